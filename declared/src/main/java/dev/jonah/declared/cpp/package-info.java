/**
 * What lock files of Conan declare. Start with {@link dev.jonah.declared.cpp.ConanLock}.
 */
@NullMarked
package dev.jonah.declared.cpp;

import org.jspecify.annotations.NullMarked;
