/** Readers of lock files of JavaScript's package managers, each usable alone. */
@NullMarked
package dev.jonah.declared.node.format;

import org.jspecify.annotations.NullMarked;
