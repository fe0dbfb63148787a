/** Files of opam in its own format, each read alone. */
@NullMarked
package dev.jonah.appdb.opam.format;

import org.jspecify.annotations.NullMarked;
