/**
 * Conda: the records in {@code conda-meta} become packages whose files are claimed as they say ({@link
 * dev.jonah.appdb.conda.CondaParser}), and what conda writes beside them is explained ({@link
 * dev.jonah.appdb.conda.CondaState}).
 */
@NullMarked
package dev.jonah.appdb.conda;

import org.jspecify.annotations.NullMarked;
