/**
 * The files of .NET, each read alone: what an application depends on, which runtime it wants, and applications bundled
 * into one program.
 */
@NullMarked
package dev.jonah.appdb.dotnet.format;

import org.jspecify.annotations.NullMarked;
