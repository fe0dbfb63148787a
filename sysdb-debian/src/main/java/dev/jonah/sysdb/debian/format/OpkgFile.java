package dev.jonah.sysdb.debian.format;

import dev.jonah.value.RawText;
import org.jspecify.annotations.Nullable;

/**
 * A line of opkg's list of files.
 *
 * @param path absolute
 * @param mode as stat(2) has it, with the kind of file; null where the list has only paths
 * @param target target of a symbolic link, or null
 */
public record OpkgFile(
        RawText path, @Nullable Integer mode, @Nullable RawText target) {}
