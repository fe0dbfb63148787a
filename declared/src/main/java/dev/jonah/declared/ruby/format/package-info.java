/** Reader of Bundler's lock file, usable alone. */
@NullMarked
package dev.jonah.declared.ruby.format;

import org.jspecify.annotations.NullMarked;
