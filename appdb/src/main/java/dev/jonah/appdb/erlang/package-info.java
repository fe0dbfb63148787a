/**
 * Applications of Erlang and Elixir, which list their modules, and the releases and run-time systems that hold them.
 * Nobody records what those files should contain, so nothing of it is ever verified; a module that no list names stays
 * unclaimed. Start with {@link dev.jonah.appdb.erlang.ApplicationParser}.
 */
@NullMarked
package dev.jonah.appdb.erlang;

import org.jspecify.annotations.NullMarked;
