/**
 * Java archives, the archives in them, and Java runtimes. {@link dev.jonah.appdb.java.JavaArchiveParser} finds packages in
 * archives at any depth, {@link dev.jonah.appdb.java.JavaRuntimeParser} finds runtimes, and {@link
 * dev.jonah.appdb.java.NamedArchives} explains archives whose name and content agree. The bytes are read by {@code
 * dev.jonah.appdb.java.zip} and {@code dev.jonah.appdb.java.format}.
 */
@NullMarked
package dev.jonah.appdb.java;

import org.jspecify.annotations.NullMarked;
