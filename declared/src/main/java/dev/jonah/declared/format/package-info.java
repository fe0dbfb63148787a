/**
 * What the readers of this module share: a file is walked as JSON, YAML, TOML, XML or lines, and what it declares is handed
 * over as {@link dev.jonah.declared.format.Declaration}s while it is read. Scalars keep the text that they were written in,
 * so that version {@code 1.10} stays what it is.
 */
@NullMarked
package dev.jonah.declared.format;

import org.jspecify.annotations.NullMarked;
