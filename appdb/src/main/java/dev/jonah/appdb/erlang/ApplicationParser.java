package dev.jonah.appdb.erlang;

import dev.jonah.appdb.erlang.format.ApplicationResource;
import dev.jonah.appdb.erlang.format.HexMetadata;
import dev.jonah.appdb.erlang.format.TermReader;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds applications of Erlang and Elixir by their resource files, {@code ebin/<name>.app}. They claim the modules that
 * the file lists, and by directory what lies beside {@code ebin}. Where Hex left its metadata beside, the package is
 * that of Hex.
 *
 * <p>Facts beyond those of every package: {@code otp.application} where it is not the name, {@code otp.links}.
 */
public final class ApplicationParser implements ManifestParser {
    /** Found as a service. */
    public ApplicationParser() {}

    @Override
    public String id() {
        return "jonah.appdb.erlang";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(".app");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Erlang and Elixir",
                "the resource file `ebin/<name>.app` of each application, and `hex_metadata.config` beside `ebin`",
                "the modules that the file lists; by directory what lies beside `ebin` (`priv`, `include`, `src` and"
                        + " the like), where the directory is called by name and version, or lies in `lib`, `deps` and the"
                        + " like",
                "**nothing**: nobody records checksums. A module in `ebin` that is not listed stays unclaimed; what"
                        + " somebody adds beside `ebin` is `OWNED` like the rest");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath path = manifest.path();
        ImagePath ebin = path.parent();
        ImagePath directory = ebin == null ? null : ebin.parent();
        if (directory == null
                || ebin == null
                || !ebin.fileName().equals("ebin")
                || !manifest.type().isRegular()) {
            return;
        }
        TermReader.Result read = Terms.read(manifest, scan);
        ApplicationResource resource = read == null ? null : ApplicationResource.of(read.terms());
        String name = path.fileName().substring(0, path.fileName().length() - ".app".length());
        // Sources have files with places for the version, and other software has files of this name.
        if (resource == null
                || !resource.name().equals(name)
                || resource.version() != null && resource.version().contains("%")) {
            if (read != null && !read.complete() && directory.fileName().startsWith(name)) {
                scan.diagnostics().warning("erlang.application", path, path + " is no resource file that can be read");
            }
            return;
        }
        HexMetadata hex = hex(directory, scan);
        Purl purl = purl(resource, hex, path, scan);
        if (purl == null) {
            return;
        }
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, path)
                .licenses(resource.licenses().isEmpty() && hex != null ? hex.licenses() : resource.licenses())
                .description(resource.description())
                .extra("otp.links", String.join(", ", resource.links()))
                .extra("otp.application", purl.name().equals(name) ? null : name);
        dependencies(resource, directory, scan, builder);
        if (scan.wantsFiles()) {
            ApplicationFiles.of(path, ebin, directory, resource, scan).forEach(builder::file);
        }
        out.accept(builder.build());
    }

    private static void dependencies(
            ApplicationResource resource, ImagePath directory, PackageScan scan, SoftwarePackage.Builder out)
            throws IOException {
        List<String> dependencies = new ArrayList<>();
        ImagePath libraries = directory.parent();
        Applications siblings = libraries == null ? null : Applications.in(libraries, scan);
        List<String> names = new ArrayList<>(resource.applications());
        names.addAll(resource.includedApplications());
        for (String name : names) {
            dependencies.add(resource.optionalApplications().contains(name) ? name + " (optional)" : name);
            ImagePath instance = siblings == null ? null : siblings.find(name, null);
            if (instance != null) {
                out.resolved(instance, null);
            }
        }
        out.dependencies(dependencies);
    }

    private static @Nullable HexMetadata hex(ImagePath directory, PackageScan scan) throws IOException {
        FileEntry file = scan.tree()
                .resolveFile(directory.resolve("hex_metadata.config"))
                .orElse(null);
        TermReader.Result read = file == null ? null : Terms.read(file, scan);
        return read == null ? null : HexMetadata.of(read.terms());
    }

    private static @Nullable Purl purl(
            ApplicationResource resource, @Nullable HexMetadata hex, ImagePath path, PackageScan scan) {
        try {
            String hexName = hex == null || !resource.name().equals(hex.application()) ? null : hex.name();
            boolean same = hexName != null
                    && hex != null
                    && String.valueOf(hex.version()).equals(resource.version());
            return Purl.of(same ? "hex" : "otp", same && hexName != null ? hexName : resource.name())
                    .version(resource.version())
                    .build();
        } catch (IllegalArgumentException e) {
            String message = path + " names an application that cannot be: " + e.getMessage();
            scan.diagnostics().warning("erlang.application.name", path, message);
            return null;
        }
    }
}
