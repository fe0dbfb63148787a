/**
 * Compression around layers and archives, recognised by content: {@link dev.jonah.inspector.compression.Compression}.
 * Every decoder gives what it could decode before it reports damage.
 */
@NullMarked
package dev.jonah.inspector.compression;

import org.jspecify.annotations.NullMarked;
