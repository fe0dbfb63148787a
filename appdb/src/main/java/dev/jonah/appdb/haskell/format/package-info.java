/** Registrations of packages of GHC, each read alone. */
@NullMarked
package dev.jonah.appdb.haskell.format;

import org.jspecify.annotations.NullMarked;
