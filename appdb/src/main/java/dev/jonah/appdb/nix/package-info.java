/**
 * Stores of Nix and Guix. A path of a store is a package: its name holds a hash of how it was built, not of what it is,
 * so that nothing of it is ever verified by the name. Start with {@link dev.jonah.appdb.nix.StoreDatabase}.
 */
@NullMarked
package dev.jonah.appdb.nix;

import org.jspecify.annotations.NullMarked;
