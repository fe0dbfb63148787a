/**
 * What lock files of CocoaPods and Swift declare. Start with {@link dev.jonah.declared.apple.AppleLocks}.
 */
@NullMarked
package dev.jonah.declared.apple;

import org.jspecify.annotations.NullMarked;
