/** Readers of files of Go's modules, each usable alone. */
@NullMarked
package dev.jonah.declared.golang.format;

import org.jspecify.annotations.NullMarked;
