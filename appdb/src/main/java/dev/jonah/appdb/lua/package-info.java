/**
 * Rocks, the packages of LuaRocks: each has a manifest of its files with their MD5, so that what LuaRocks put into a
 * tree is verified. Start with {@link dev.jonah.appdb.lua.RockParser}.
 */
@NullMarked
package dev.jonah.appdb.lua;

import org.jspecify.annotations.NullMarked;
