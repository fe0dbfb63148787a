/** Readers for what conda, mamba and rattler leave in an environment. */
@NullMarked
package dev.jonah.appdb.conda.format;

import org.jspecify.annotations.NullMarked;
