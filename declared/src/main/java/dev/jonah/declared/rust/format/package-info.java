/** Reader of Cargo's lock file, usable alone. */
@NullMarked
package dev.jonah.declared.rust.format;

import org.jspecify.annotations.NullMarked;
