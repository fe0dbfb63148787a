/**
 * What Composer's lock file declares. Start with {@link dev.jonah.declared.php.ComposerLock}.
 */
@NullMarked
package dev.jonah.declared.php;

import org.jspecify.annotations.NullMarked;
