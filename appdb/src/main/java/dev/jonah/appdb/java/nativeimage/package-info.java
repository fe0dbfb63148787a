/** Programs that {@code native-image} of GraalVM compiles from Java, and the libraries that it lists in them. */
@NullMarked
package dev.jonah.appdb.java.nativeimage;

import org.jspecify.annotations.NullMarked;
