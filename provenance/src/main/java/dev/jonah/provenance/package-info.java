/** Explains files that no package claims. */
@NullMarked
package dev.jonah.provenance;

import org.jspecify.annotations.NullMarked;
