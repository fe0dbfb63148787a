/**
 * The kinds of image that are read: docker-archive, OCI layout, the directory form of skopeo, a bare root file system.
 * Each is a {@link dev.jonah.image.ImageReader}; what they share are JSON, descriptors and configurations.
 */
@NullMarked
package dev.jonah.inspector.format;

import org.jspecify.annotations.NullMarked;
