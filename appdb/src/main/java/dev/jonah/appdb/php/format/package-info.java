/**
 * Records of Composer and of PEAR, each read alone. Those that are PHP code are read as literals, and none of it is run.
 */
@NullMarked
package dev.jonah.appdb.php.format;

import org.jspecify.annotations.NullMarked;
