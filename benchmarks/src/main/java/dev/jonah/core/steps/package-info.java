/** Benchmarks of what core keeps to itself. */
@NullMarked
package dev.jonah.core.steps;

import org.jspecify.annotations.NullMarked;
