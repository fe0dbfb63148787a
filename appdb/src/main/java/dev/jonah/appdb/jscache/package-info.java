/**
 * Packages in the caches of Bun and Deno, which run them from there or link them into projects. Start with {@link
 * dev.jonah.appdb.jscache.BunCacheParser} and {@link dev.jonah.appdb.jscache.DenoCacheParser}.
 */
@NullMarked
package dev.jonah.appdb.jscache;

import org.jspecify.annotations.NullMarked;
