/**
 * Packages of R, in libraries of any name, and R itself. What belongs to a package is what lies in its directory; only
 * packages that were distributed built have a list of checksums, and those are verified by it. Start with {@link
 * dev.jonah.appdb.r.LibraryParser}.
 */
@NullMarked
package dev.jonah.appdb.r;

import org.jspecify.annotations.NullMarked;
