/**
 * Files of Erlang that hold terms: resource files of applications and of releases, metadata of Hex, each read alone.
 */
@NullMarked
package dev.jonah.appdb.erlang.format;

import org.jspecify.annotations.NullMarked;
