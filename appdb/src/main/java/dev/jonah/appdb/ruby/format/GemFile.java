package dev.jonah.appdb.ruby.format;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import org.jspecify.annotations.Nullable;

/**
 * A file or link in the archive of a gem.
 *
 * @param name relative to the gem's directory, as written
 * @param size bytes of a file's content; 0 for a link
 * @param digest SHA-256 of a file's content, or null for a link
 * @param target of a symbolic link, or null for a file
 */
public record GemFile(
        RawText name,
        long size,
        @Nullable Digest digest,
        @Nullable RawText target) {}
