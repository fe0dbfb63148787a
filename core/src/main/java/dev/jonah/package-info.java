/**
 * The front door for programs that embed Jonah: {@link dev.jonah.Jonah} opens images and scans them with whatever plugins
 * it finds.
 */
@NullMarked
package dev.jonah;

import org.jspecify.annotations.NullMarked;
