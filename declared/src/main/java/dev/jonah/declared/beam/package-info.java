/**
 * What Mix's lock file declares. Start with {@link dev.jonah.declared.beam.MixLock}.
 */
@NullMarked
package dev.jonah.declared.beam;

import org.jspecify.annotations.NullMarked;
