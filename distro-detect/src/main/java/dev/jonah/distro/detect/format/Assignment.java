package dev.jonah.distro.detect.format;

/**
 * One assignment of an environment-like file.
 *
 * @param name of the variable
 * @param value with quotes and escapes taken away; never expanded
 * @param line number of the line, from 1
 * @param wellFormed false if a quote is not closed or a backslash ends the line; the value is then what could be read
 */
public record Assignment(String name, String value, long line, boolean wellFormed) {}
