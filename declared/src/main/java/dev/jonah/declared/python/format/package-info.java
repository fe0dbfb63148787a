/** Readers of lock files and lists of requirements of Python, each usable alone. */
@NullMarked
package dev.jonah.declared.python.format;

import org.jspecify.annotations.NullMarked;
