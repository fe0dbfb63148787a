/**
 * Small values that every other package speaks in: names from inside an image ({@link dev.jonah.value.RawText}, {@link
 * dev.jonah.value.ImagePath}) and checksums ({@link dev.jonah.value.Digest}). All are immutable, comparable by content and
 * independent of the host that runs the scan. Start with {@code ImagePath}.
 */
@NullMarked
package dev.jonah.value;

import org.jspecify.annotations.NullMarked;
