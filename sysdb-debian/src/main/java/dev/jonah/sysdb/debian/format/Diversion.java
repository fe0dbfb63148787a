package dev.jonah.sysdb.debian.format;

import dev.jonah.value.RawText;
import org.jspecify.annotations.Nullable;

/**
 * A file that is kept elsewhere (dpkg-divert(1)): what any package but {@code diverter} has at {@code from} lies at
 * {@code to}.
 *
 * @param from the path that packages promise, as written
 * @param to the path at which it is found, as written
 * @param diverter name of the package that asked for it and whose own file lies at {@code from}, or null for a local
 *     diversion, which holds for all packages
 */
public record Diversion(RawText from, RawText to, @Nullable String diverter) {}
