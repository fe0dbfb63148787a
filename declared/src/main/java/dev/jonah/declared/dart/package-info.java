/**
 * What Pub's lock file declares. Start with {@link dev.jonah.declared.dart.PubLock}.
 */
@NullMarked
package dev.jonah.declared.dart;

import org.jspecify.annotations.NullMarked;
