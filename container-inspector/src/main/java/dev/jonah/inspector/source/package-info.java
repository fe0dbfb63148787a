/**
 * Inputs that may be images: an archive ({@link dev.jonah.inspector.source.ArchiveSource}) or a directory of the host
 * ({@link dev.jonah.inspector.source.DirectorySource}), both seen as named members. A member's name is only ever looked up
 * inside the input.
 */
@NullMarked
package dev.jonah.inspector.source;

import org.jspecify.annotations.NullMarked;
