package dev.jonah.image;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Which image of an input is wanted, with the bounds to keep.
 *
 * @param name name, tag or digest of one of several images, or null
 * @param platform of several, or null for the default
 * @param limits bounds
 * @param diagnostics takes what the reader notices
 */
public record ImageSelection(
        @Nullable String name, @Nullable Platform platform, Limits limits, Diagnostics diagnostics) {}
