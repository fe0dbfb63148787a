/**
 * Opens container images at rest. {@link dev.jonah.inspector.Inspector} is where to start: it recognises the input, reads
 * every layer once and gives an {@link dev.jonah.image.Image}; {@link dev.jonah.inspector.TarExport} writes the squashed
 * root file system as one archive and {@link dev.jonah.inspector.LayerComparison} tells two trees apart.
 */
@NullMarked
package dev.jonah.inspector;

import org.jspecify.annotations.NullMarked;
