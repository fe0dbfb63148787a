/**
 * What lock files and environments of conda declare. Start with {@link dev.jonah.declared.conda.CondaLocks}.
 */
@NullMarked
package dev.jonah.declared.conda;

import org.jspecify.annotations.NullMarked;
