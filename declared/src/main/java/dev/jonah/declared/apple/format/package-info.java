/** Readers of lock files of CocoaPods and Swift, each usable alone. */
@NullMarked
package dev.jonah.declared.apple.format;

import org.jspecify.annotations.NullMarked;
