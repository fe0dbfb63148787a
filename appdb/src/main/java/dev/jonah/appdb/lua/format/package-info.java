/** Lua source that is data, as LuaRocks writes and reads it: specifications and manifests of rocks, each read alone. */
@NullMarked
package dev.jonah.appdb.lua.format;

import org.jspecify.annotations.NullMarked;
