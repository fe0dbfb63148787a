/**
 * Readers of what Java archives say of themselves: the manifest, Maven's {@code pom.properties} and {@code pom.xml}, the
 * name of the file; and of the {@code release} file of a Java runtime. Usable alone.
 */
@NullMarked
package dev.jonah.appdb.java.format;

import org.jspecify.annotations.NullMarked;
