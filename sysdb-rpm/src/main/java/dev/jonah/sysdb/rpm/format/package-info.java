/**
 * The header that rpm keeps of every installed package, and everything in it: {@link
 * dev.jonah.sysdb.rpm.format.RpmHeader} reads the blob, {@link dev.jonah.sysdb.rpm.format.RpmPackage} gives its meaning.
 * Nothing here knows of images, databases or package URLs, so that other plugins and tools can use it alone. The format is
 * described in rpm's manual, "RPM V4 Header format"; numbers of tags are those of {@code rpmtag.h}.
 */
@NullMarked
package dev.jonah.sysdb.rpm.format;

import org.jspecify.annotations.NullMarked;
