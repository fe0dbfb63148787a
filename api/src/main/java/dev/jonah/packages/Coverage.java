package dev.jonah.packages;

/**
 * What a {@link PackageDatabase} or {@link ManifestParser} reads and what follows from it: one row of a table for people.
 * Each text is part of a sentence in plain words, without a full stop; names of files and fields stand in backquotes.
 *
 * @param ecosystem what people call it: {@code Python}; rows of one ecosystem stand together
 * @param read the files that are read, of which tools and versions
 * @param claimed the files that a package claims by them
 * @param compared what those files are compared with, or that they are compared with nothing
 */
public record Coverage(String ecosystem, String read, String claimed, String compared) {}
