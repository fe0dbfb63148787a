/** Installed packages of debian. */
@NullMarked
package dev.jonah.sysdb.debian;

import org.jspecify.annotations.NullMarked;
