/**
 * The tar format as layers and archives use it: {@link dev.jonah.inspector.tar.TarReader} lists entries and where their
 * bytes lie, in one pass and without extracting anything. Names stay the bytes they are; the dialects are V7, ustar,
 * GNU, PAX (POSIX.1-2001) and the sparse formats of GNU tar.
 */
@NullMarked
package dev.jonah.inspector.tar;

import org.jspecify.annotations.NullMarked;
