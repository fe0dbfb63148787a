/** Reader of Composer's lock file, usable alone. */
@NullMarked
package dev.jonah.declared.php.format;

import org.jspecify.annotations.NullMarked;
