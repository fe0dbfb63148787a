/**
 * Measures. {@link dev.jonah.benchmarks.Floor} is what reading an image costs at least; the others are JMH benchmarks of
 * single parts.
 */
@NullMarked
package dev.jonah.benchmarks;

import org.jspecify.annotations.NullMarked;
