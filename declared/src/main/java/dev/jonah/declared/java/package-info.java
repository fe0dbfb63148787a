/**
 * What Gradle's lock files and {@code pom.xml} on disk declare. Start with {@link dev.jonah.declared.java.JavaBuilds}.
 */
@NullMarked
package dev.jonah.declared.java;

import org.jspecify.annotations.NullMarked;
