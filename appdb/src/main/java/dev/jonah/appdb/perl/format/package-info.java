/** What installers of Perl modules write, each file read alone: lists of files, records of installations, metadata. */
@NullMarked
package dev.jonah.appdb.perl.format;

import org.jspecify.annotations.NullMarked;
