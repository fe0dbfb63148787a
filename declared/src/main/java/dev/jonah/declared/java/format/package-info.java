/** Readers of Gradle's lock files and Maven's projects, each usable alone. */
@NullMarked
package dev.jonah.declared.java.format;

import org.jspecify.annotations.NullMarked;
