/**
 * Go's module cache, in which every module has a hash of its files: what was unpacked is verified by it. Start with
 * {@link dev.jonah.appdb.gomod.ModuleCacheParser}.
 */
@NullMarked
package dev.jonah.appdb.gomod;

import org.jspecify.annotations.NullMarked;
