/**
 * Files of RubyGems, each read alone: generated specifications, archives, the scripts that start programs of gems. Versions
 * and requirements compare as RubyGems compares them. Start with {@link
 * dev.jonah.appdb.ruby.format.GemSpecificationReader}.
 */
@NullMarked
package dev.jonah.appdb.ruby.format;

import org.jspecify.annotations.NullMarked;
