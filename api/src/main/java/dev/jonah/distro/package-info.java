/**
 * Which distribution a root file system is: {@link dev.jonah.distro.Distro}, found by any number of {@link
 * dev.jonah.distro.DistroDetector}s. It labels packages; it never decides which databases are read.
 */
@NullMarked
package dev.jonah.distro;

import org.jspecify.annotations.NullMarked;
