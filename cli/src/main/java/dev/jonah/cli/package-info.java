/** The command {@code jonah}: parses the command line, runs a scan, prints its result. */
@NullMarked
package dev.jonah.cli;

import org.jspecify.annotations.NullMarked;
