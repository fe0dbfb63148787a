/**
 * Formulas that Homebrew installed. What belongs to one is what lies in its keg, the directory of its version, and the
 * links to it in Homebrew's prefix; nobody records checksums of those files. Start with
 * {@link dev.jonah.appdb.brew.KegParser}.
 */
@NullMarked
package dev.jonah.appdb.brew;

import org.jspecify.annotations.NullMarked;
