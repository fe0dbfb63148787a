package dev.jonah.appdb.dotnet;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.dotnet.format.Bundle;
import dev.jonah.appdb.dotnet.format.Bundle.BundledFile;
import dev.jonah.appdb.dotnet.format.Bundle.FileType;
import dev.jonah.appdb.dotnet.format.BundleReader;
import dev.jonah.appdb.dotnet.format.DependencyManifest;
import dev.jonah.appdb.dotnet.format.DependencyManifestReader;
import dev.jonah.appdb.dotnet.format.HostProgram;
import dev.jonah.appdb.dotnet.format.RuntimeConfiguration;
import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.appdb.program.format.ProgramReader;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the packages in single-file applications of .NET: programs of ELF and PE with the application's files appended.
 * The application owns the program, by the program's own word; packages in it claim what of them lies beside it.
 *
 * <p>Facts beyond those of {@link DependencyManifestParser}: {@code dotnet.bundle}, the layout and number of files.
 */
public final class BundleParser implements ManifestParser {
    /** Found as a service. */
    public BundleParser() {}

    @Override
    public String id() {
        return "jonah.appdb.dotnet-bundle";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.programs();
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                ".NET, single-file applications",
                "the files bundled into a program, of .NET Core 3 and newer, ELF and PE",
                "the program itself, for the application; packages in it claim only what of them lies beside it",
                "**nothing**: it is the program's own word. Programs compiled ahead of time hold no such list");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Content content = manifest.content();
        ImagePath directory = manifest.path().parent();
        if (content == null || directory == null) {
            return;
        }
        try (SeekableByteChannel channel = content.openChannel()) {
            ProgramBytes bytes = new ProgramBytes(channel);
            long table = table(bytes);
            if (table > 0) {
                parse(manifest.path(), directory, table, bytes, scan, out);
            }
        } catch (DamagedProgramException e) {
            warn("the bundle in " + manifest.path() + " is damaged: " + e.getMessage(), manifest.path(), scan);
        } catch (JacksonException e) {
            String message = "a list in the bundle " + manifest.path() + " cannot be read: " + e.getOriginalMessage();
            warn(message, manifest.path(), scan);
        }
    }

    private static long table(ProgramBytes bytes) throws IOException {
        for (Program program : ProgramReader.read(bytes)) {
            HostProgram host = new HostProgram(program, bytes);
            if (host.isFollowed()) {
                return host.tableOffset();
            }
        }
        return -1;
    }

    private static void parse(
            ImagePath path,
            ImagePath directory,
            long table,
            ProgramBytes bytes,
            PackageScan scan,
            Consumer<SoftwarePackage> out)
            throws IOException {
        Bundle bundle = BundleReader.read(bytes, table);
        DependencyManifest dependencies = dependencies(bundle, bytes, scan);
        if (dependencies == null) {
            warn(path + " bundles an application without a list of its dependencies", path, scan);
            return;
        }
        BundledFile list = bundle.first(FileType.DEPENDENCY_MANIFEST);
        String name = list == null ? path.fileName() : list.path();
        Set<String> files = bundle.files().stream().map(BundledFile::path).collect(Collectors.toSet());
        PackageFile program = PackageFile.at(path, "dotnet.bundle")
                .note("the host program of .NET with an application in it")
                .source(path)
                .build();
        String layout = bundle.majorVersion() + "." + bundle.minorVersion();
        DependencyPackages.of(
                new Application(
                        name.endsWith(DependencyManifestParser.SUFFIX)
                                ? name.substring(0, name.length() - DependencyManifestParser.SUFFIX.length())
                                : name,
                        path,
                        dependencies,
                        configuration(bundle, bytes, scan),
                        new AssetDirectory(directory, files, scan.tree()),
                        null,
                        false,
                        List.of(program),
                        Map.of("dotnet.bundle", layout + ", " + files.size() + " files")),
                scan,
                out);
    }

    private static @Nullable DependencyManifest dependencies(Bundle bundle, ProgramBytes bytes, PackageScan scan)
            throws IOException {
        BundledFile file = bundle.first(FileType.DEPENDENCY_MANIFEST);
        return file == null
                ? null
                : DependencyManifestReader.read(
                        new ByteArrayInputStream(BundleReader.content(file, bytes)), scan.limits());
    }

    private static @Nullable RuntimeConfiguration configuration(Bundle bundle, ProgramBytes bytes, PackageScan scan)
            throws IOException {
        BundledFile file = bundle.first(FileType.RUNTIME_CONFIGURATION);
        return file == null
                ? null
                : RuntimeConfiguration.read(new ByteArrayInputStream(BundleReader.content(file, bytes)), scan.limits());
    }

    private static void warn(String message, ImagePath path, PackageScan scan) {
        scan.diagnostics().warning("dotnet.bundle", path, message);
    }
}
