/**
 * A reader of zip archives that trusts nothing in them: {@link dev.jonah.appdb.java.zip.ZipArchive} reads the central
 * directory entry by entry, and entries where they lie. It keeps no list, so that a million entries cost no memory.
 */
@NullMarked
package dev.jonah.appdb.java.zip;

import org.jspecify.annotations.NullMarked;
