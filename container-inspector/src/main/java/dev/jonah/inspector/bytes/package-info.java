/**
 * Bytes with random access and the contents cut out of them. {@link dev.jonah.inspector.bytes.FileBlob} reads a file of
 * the host in place, {@link dev.jonah.inspector.bytes.SpoolRoom} keeps what had to be decompressed.
 */
@NullMarked
package dev.jonah.inspector.bytes;

import org.jspecify.annotations.NullMarked;
