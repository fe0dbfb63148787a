/**
 * What Bundler's lock files declare. Start with {@link dev.jonah.declared.ruby.BundlerLock}.
 */
@NullMarked
package dev.jonah.declared.ruby;

import org.jspecify.annotations.NullMarked;
