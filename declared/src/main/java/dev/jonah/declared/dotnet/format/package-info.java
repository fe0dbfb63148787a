/** Readers of files of NuGet, each usable alone. */
@NullMarked
package dev.jonah.declared.dotnet.format;

import org.jspecify.annotations.NullMarked;
