package dev.jonah.sysdb.alpine.format;

import dev.jonah.value.RawText;
import org.jspecify.annotations.Nullable;

/**
 * A line {@code F:}. A package may name one directory several times.
 *
 * @param path relative to the root and without slashes at the ends; empty for the root itself
 * @param acl owner and mode, {@link ApkAcl#OF_DIRECTORIES} where no line says; null if that line is malformed
 */
public record ApkDirectory(RawText path, @Nullable ApkAcl acl) {}
