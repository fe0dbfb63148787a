/** Readers of lock files and environments of conda, each usable alone. */
@NullMarked
package dev.jonah.declared.conda.format;

import org.jspecify.annotations.NullMarked;
