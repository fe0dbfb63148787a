/** Installed packages of rpm. */
@NullMarked
package dev.jonah.sysdb.rpm;

import org.jspecify.annotations.NullMarked;
