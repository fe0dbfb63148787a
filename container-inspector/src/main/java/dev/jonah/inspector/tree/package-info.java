/**
 * Layers become trees here. {@link dev.jonah.inspector.tree.LayerUnion} applies one layer after the other as the OCI image
 * specification (layer.md) and overlayfs have it; every path keeps all its versions, so that the tree after any layer is
 * a filter over one structure.
 */
@NullMarked
package dev.jonah.inspector.tree;

import org.jspecify.annotations.NullMarked;
