package dev.jonah.appdb.dotnet;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.dotnet.format.DependencyManifest;
import dev.jonah.appdb.dotnet.format.DependencyManifestReader;
import dev.jonah.appdb.dotnet.format.RuntimeConfiguration;
import dev.jonah.appdb.support.Contents;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the packages of .NET applications and of shared frameworks, by their {@code .deps.json}. What such a list names
 * in the directory of the application belongs to the package that the list says, unless the file is of another version;
 * nobody recorded what those files should contain, so they are never verified. The application itself, built from a
 * project and no package of NuGet, has a package URL of type generic. Packages of which nothing is there are declared.
 *
 * <p>Facts beyond those of every package: {@code dotnet.type}, {@code dotnet.target}, {@code dotnet.framework}, {@code
 * dotnet.roll-forward}, {@code nuget.sha512} (of the archive, as the list has it).
 */
public final class DependencyManifestParser implements ManifestParser {
    static final String SUFFIX = ".deps.json";

    /** Found as a service. */
    public DependencyManifestParser() {}

    @Override
    public String id() {
        return "jonah.appdb.dotnet";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(SUFFIX);
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                ".NET",
                "`.deps.json` of applications and shared frameworks, and `.runtimeconfig.json` beside it",
                "the assemblies, libraries and texts that the list names, where .NET's host looks for them; the list,"
                        + " the configuration and the program that starts the application",
                "the version in the resources of an assembly, where the list has one: a file of another version is not"
                        + " claimed. Else **nothing**: the checksums in the list are of archives, not of files. Packages"
                        + " of which nothing is there are declared");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath path = manifest.path();
        ImagePath directory = path.parent();
        String fileName = path.fileName();
        if (directory == null || !manifest.type().isRegular() || fileName.length() == SUFFIX.length()) {
            return;
        }
        DependencyManifest read = read(manifest, scan);
        if (read == null) {
            return;
        }
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        ApplicationFiles beside = new ApplicationFiles(directory, name, scan);
        RuntimeConfiguration configuration = beside.configuration();
        String framework = FrameworkPlace.framework(path);
        boolean complete = framework != null || beside.isComplete(configuration);
        DependencyPackages.of(
                new Application(
                        name,
                        path,
                        read,
                        configuration,
                        new AssetDirectory(directory, Set.of(), scan.tree()),
                        framework,
                        complete,
                        beside.claims(path, framework != null),
                        Map.of()),
                scan,
                out);
    }

    private static @Nullable DependencyManifest read(FileEntry manifest, PackageScan scan) throws IOException {
        Content content = Contents.of(manifest, "dotnet.deps.lost", scan);
        if (content == null) {
            return null;
        }
        try {
            return DependencyManifestReader.read(content.open(), scan.limits());
        } catch (JacksonException e) {
            String message = manifest.path() + " cannot be read: " + e.getOriginalMessage();
            scan.diagnostics().warning("dotnet.deps.json", manifest.path(), message);
            return null;
        }
    }
}
