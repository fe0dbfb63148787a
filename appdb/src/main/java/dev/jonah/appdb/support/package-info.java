/** What the parsers of several ecosystems share: contents that must be there, and what lies below a directory. */
@NullMarked
package dev.jonah.appdb.support;

import org.jspecify.annotations.NullMarked;
