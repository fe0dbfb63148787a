/**
 * Packages of apk, the package manager of Alpine, Wolfi and others: {@link dev.jonah.sysdb.alpine.AlpinePackages} reads its
 * databases, and the explainers account for what apk, package scripts and the makers of Alpine's root file systems write
 * without any package owning it. The formats themselves are read in {@link dev.jonah.sysdb.alpine.format}.
 */
@NullMarked
package dev.jonah.sysdb.alpine;

import org.jspecify.annotations.NullMarked;
