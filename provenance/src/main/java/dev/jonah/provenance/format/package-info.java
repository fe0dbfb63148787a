/** Readers of the formats that generated files have. They know nothing of images and are usable alone. */
@NullMarked
package dev.jonah.provenance.format;

import org.jspecify.annotations.NullMarked;
