/** What Homebrew writes into what it installs, each file read alone. */
@NullMarked
package dev.jonah.appdb.brew.format;

import org.jspecify.annotations.NullMarked;
