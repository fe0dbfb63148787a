/** What Go's module cache records, each read alone. */
@NullMarked
package dev.jonah.appdb.gomod.format;

import org.jspecify.annotations.NullMarked;
