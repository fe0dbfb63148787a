/** Reader of Mix's lock file, usable alone. */
@NullMarked
package dev.jonah.declared.beam.format;

import org.jspecify.annotations.NullMarked;
