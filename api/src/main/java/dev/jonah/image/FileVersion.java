package dev.jonah.image;

import org.jspecify.annotations.Nullable;

/**
 * One version that a path had in the course of the layers.
 *
 * @param entry the entry as that layer has it
 * @param hiddenIn index of the layer that deleted or replaced it; null if it is still there. Equal to {@code
 *     entry.layer()} where the same layer has the path again further on
 * @param replaced whether another entry took its place, rather than nothing
 */
public record FileVersion(FileEntry entry, @Nullable Integer hiddenIn, boolean replaced) {}
