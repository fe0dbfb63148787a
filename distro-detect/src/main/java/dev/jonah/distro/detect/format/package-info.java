/**
 * Readers of the small files by which a distribution names itself. They know nothing of images and can be used alone:
 * {@link dev.jonah.distro.detect.format.AssignmentReader} for os-release and lsb-release, {@link
 * dev.jonah.distro.detect.format.ReleaseLine} for {@code /etc/redhat-release} and its kin.
 */
@NullMarked
package dev.jonah.distro.detect.format;

import org.jspecify.annotations.NullMarked;
