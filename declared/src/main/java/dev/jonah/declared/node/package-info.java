/**
 * What the lock files of npm, yarn, pnpm, Bun and Deno declare. Those inside {@code node_modules} are passed over: they came in
 * packages. Start with {@link dev.jonah.declared.node.NodeLocks}.
 */
@NullMarked
package dev.jonah.declared.node;

import org.jspecify.annotations.NullMarked;
