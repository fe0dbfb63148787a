/** Lock files of Conan, each read alone. */
@NullMarked
package dev.jonah.declared.cpp.format;

import org.jspecify.annotations.NullMarked;
