/**
 * Packages of PHP: what Composer puts into {@code vendor} directories, and what PEAR and PECL record. Composer records no
 * checksums of files, so nothing of its packages is ever verified; PEAR records an MD5 of each. Start with {@link
 * dev.jonah.appdb.php.ComposerParser}.
 */
@NullMarked
package dev.jonah.appdb.php;

import org.jspecify.annotations.NullMarked;
