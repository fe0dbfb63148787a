/**
 * What lock files and lists of NuGet declare. Start with {@link dev.jonah.declared.dotnet.NugetLocks}.
 */
@NullMarked
package dev.jonah.declared.dotnet;

import org.jspecify.annotations.NullMarked;
