/** Reader of Pub's lock file, usable alone. */
@NullMarked
package dev.jonah.declared.dart.format;

import org.jspecify.annotations.NullMarked;
