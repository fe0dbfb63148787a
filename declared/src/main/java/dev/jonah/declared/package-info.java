/**
 * What somebody declares to be there: lock files, lists of requirements and bills of materials that lie in an image. Nothing
 * shows that such a package is there, so it owns no file and is listed apart from those that are installed. Each ecosystem has
 * a package of its own with one {@link dev.jonah.packages.ManifestParser} and readers that work without it.
 */
@NullMarked
package dev.jonah.declared;

import org.jspecify.annotations.NullMarked;
