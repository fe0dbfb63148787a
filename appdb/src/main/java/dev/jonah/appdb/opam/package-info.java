/**
 * Packages of OCaml that opam installed into a switch. It records every path that an installation added, with its size
 * and time or its MD5. Start with {@link dev.jonah.appdb.opam.SwitchParser}.
 */
@NullMarked
package dev.jonah.appdb.opam;

import org.jspecify.annotations.NullMarked;
