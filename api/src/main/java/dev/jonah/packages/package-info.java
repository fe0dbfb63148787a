/**
 * Software packages and the files they promise. {@link dev.jonah.packages.PackageDatabase} reads one package manager's
 * database from a tree, {@link dev.jonah.packages.ManifestParser} one kind of file; both report {@link
 * dev.jonah.packages.SoftwarePackage}s whose {@link dev.jonah.packages.PackageFile}s say what each file should contain.
 * Checking that is the host's work, the same for all.
 */
@NullMarked
package dev.jonah.packages;

import org.jspecify.annotations.NullMarked;
