/**
 * {@code package.json}, the lock files of npm and Yarn, maps of Plug'n'Play, the index of npm's cache and pnpm's scripts, each
 * read alone.
 */
@NullMarked
package dev.jonah.appdb.node.format;

import org.jspecify.annotations.NullMarked;
