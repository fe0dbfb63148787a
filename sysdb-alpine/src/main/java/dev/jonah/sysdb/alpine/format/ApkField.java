package dev.jonah.sysdb.alpine.format;

import dev.jonah.value.RawText;

/**
 * A line of a package that is about the package itself.
 *
 * @param letter what it is about, as the format has it: {@code P} name, {@code V} version, …
 * @param value the rest after the colon; may be empty
 */
public record ApkField(char letter, RawText value) {}
