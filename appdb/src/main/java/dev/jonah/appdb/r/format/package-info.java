/** Files of R packages, each read alone: their description and lists of checksums. */
@NullMarked
package dev.jonah.appdb.r.format;

import org.jspecify.annotations.NullMarked;
