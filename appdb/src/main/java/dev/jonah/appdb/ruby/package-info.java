/**
 * Packages of Ruby: what RubyGems and Bundler install, and the gems that come with Ruby. A gem's directory is compared with
 * the archive that it was installed from, where that was kept; else it is owned and nothing of it is verified. Start with
 * {@link dev.jonah.appdb.ruby.RubyGemParser}.
 */
@NullMarked
package dev.jonah.appdb.ruby;

import org.jspecify.annotations.NullMarked;
