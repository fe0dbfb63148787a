package dev.jonah.sysdb.debian.format;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;

/**
 * A file with the checksum of its content.
 *
 * @param path absolute
 * @param digest mostly MD5; another algorithm where the digits are more
 */
public record RecordedDigest(RawText path, Digest digest) {}
