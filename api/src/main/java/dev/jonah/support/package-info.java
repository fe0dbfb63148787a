/**
 * Helpers for plugin authors, each usable alone: reading text line by line within bounds ({@link
 * dev.jonah.support.LineReader}), stanzas of {@code Field: value} lines ({@link dev.jonah.support.StanzaReader}), XML of
 * which nothing is looked up elsewhere ({@link dev.jonah.support.XmlInput}), and running work on the host's threads ({@link
 * dev.jonah.support.Tasks}).
 */
@NullMarked
package dev.jonah.support;

import org.jspecify.annotations.NullMarked;
