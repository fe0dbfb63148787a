/** Reader of what {@code native-image} of GraalVM puts into programs. Usable alone. */
@NullMarked
package dev.jonah.appdb.java.nativeimage.format;

import org.jspecify.annotations.NullMarked;
