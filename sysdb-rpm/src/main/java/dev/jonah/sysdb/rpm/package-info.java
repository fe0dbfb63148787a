/**
 * Packages of rpm: {@link dev.jonah.sysdb.rpm.RpmPackages} reads its databases wherever they lie, and says of each file what
 * the package recorded and how much of it the package insists on. The header itself is read in {@link
 * dev.jonah.sysdb.rpm.format}, the files that hold headers in {@code storage}.
 */
@NullMarked
package dev.jonah.sysdb.rpm;

import org.jspecify.annotations.NullMarked;
