/**
 * Packages of Haskell in the databases of GHC, which name the modules and libraries of each and record no checksums of
 * files. Start with {@link dev.jonah.appdb.haskell.RegistrationParser}.
 */
@NullMarked
package dev.jonah.appdb.haskell;

import org.jspecify.annotations.NullMarked;
