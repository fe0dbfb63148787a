/**
 * Readers of the files of dpkg and of its relatives, usable alone: bytes in, records out, every field kept. They know of
 * no image, no distribution and no package URL. None keeps more in memory than the limits that it is given allow.
 */
@NullMarked
package dev.jonah.sysdb.debian.format;

import org.jspecify.annotations.NullMarked;
