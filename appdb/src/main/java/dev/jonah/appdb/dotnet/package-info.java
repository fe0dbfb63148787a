/**
 * .NET: applications by their list of dependencies, applications bundled into one program, shared frameworks, the host,
 * SDKs, and folders of NuGet packages. Lists name files and no checksums of them; only what NuGet unpacked can be
 * compared. Start with {@link dev.jonah.appdb.dotnet.DependencyManifestParser}.
 */
@NullMarked
package dev.jonah.appdb.dotnet;

import org.jspecify.annotations.NullMarked;
