/** Packages of Julia in its depots. Start with {@link dev.jonah.appdb.julia.DepotParser}. */
@NullMarked
package dev.jonah.appdb.julia;

import org.jspecify.annotations.NullMarked;
