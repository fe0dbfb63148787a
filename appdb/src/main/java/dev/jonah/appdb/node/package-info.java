/**
 * Packages of Node: what npm, Yarn and pnpm put into {@code node_modules} directories and caches, the archives of Yarn's
 * Plug'n'Play, corepack's cache, and Node itself. What belongs to a package is everything below its directory but for packages
 * nested in it; npm records no checksums of files, so that only archives are ever verified. Start with {@link
 * dev.jonah.appdb.node.NodePackageParser}.
 */
@NullMarked
package dev.jonah.appdb.node;

import org.jspecify.annotations.NullMarked;
