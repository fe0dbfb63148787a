/**
 * Programs that Go built, and the modules they were built from. {@link dev.jonah.appdb.golang.GoProgramParser} finds them;
 * what it reads is read by {@code dev.jonah.appdb.golang.format}.
 */
@NullMarked
package dev.jonah.appdb.golang;

import org.jspecify.annotations.NullMarked;
