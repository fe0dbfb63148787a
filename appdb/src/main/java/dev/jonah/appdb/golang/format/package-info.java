/**
 * What Go's linker writes into each program: the modules that it was built from. Start with {@link
 * dev.jonah.appdb.golang.format.BuildInfoReader}.
 */
@NullMarked
package dev.jonah.appdb.golang.format;

import org.jspecify.annotations.NullMarked;
