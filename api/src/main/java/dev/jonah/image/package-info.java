/**
 * A container image at rest: {@link dev.jonah.image.Image} with its layers, its squashed {@link dev.jonah.image.FileTree}
 * and the bytes of each file ({@link dev.jonah.image.Content}). {@link dev.jonah.image.ImageReader} and {@link
 * dev.jonah.image.LayerReader} are the SPIs that add formats. Nothing here is ever written to the host's file system
 * under a name from inside an image.
 */
@NullMarked
package dev.jonah.image;

import org.jspecify.annotations.NullMarked;
