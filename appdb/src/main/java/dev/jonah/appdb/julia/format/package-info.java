/** What packages of Julia say of themselves. */
@NullMarked
package dev.jonah.appdb.julia.format;

import org.jspecify.annotations.NullMarked;
