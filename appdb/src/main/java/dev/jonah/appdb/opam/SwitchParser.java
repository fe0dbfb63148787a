package dev.jonah.appdb.opam;

import dev.jonah.appdb.opam.format.OpamFile;
import dev.jonah.appdb.opam.format.OpamValue;
import dev.jonah.appdb.support.Contents;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what opam 2 installed into a switch, by {@code .opam-switch/install/<name>.changes}; the version is that of the
 * description in {@code .opam-switch/packages}.
 *
 * <p>Facts beyond those of every package: {@code opam.source}, {@code opam.repository}.
 */
public final class SwitchParser implements ManifestParser {
    private static final String SUFFIX = ".changes";

    /** Found as a service. */
    public SwitchParser() {}

    @Override
    public String id() {
        return "jonah.appdb.opam";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(SUFFIX);
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "OCaml",
                "`.opam-switch/install/<name>.changes` and `.opam-switch/packages` of switches of opam 2",
                "every path that the record says was added or changed",
                "MD5 where it is recorded, and the target of links; mostly the size alone is, so that a file of another"
                        + " size is `MODIFIED` and one of that size `OWNED`");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath path = manifest.path();
        ImagePath install = path.parent();
        ImagePath state = install == null ? null : install.parent();
        ImagePath prefix = state == null ? null : state.parent();
        String name = path.fileName().substring(0, path.fileName().length() - SUFFIX.length());
        if (prefix == null
                || install == null
                || state == null
                || !install.fileName().equals("install")
                || !state.fileName().equals(".opam-switch")
                || !manifest.type().isRegular()) {
            return;
        }
        OpamFile changes = read(manifest, scan);
        if (changes == null) {
            return;
        }
        FileEntry description = description(name, state, scan);
        OpamFile said = description == null ? null : read(description, scan);
        SoftwarePackage.Builder builder = describe(name, path, description, said, scan);
        if (builder == null) {
            return;
        }
        for (OpamValue dependency : said == null ? List.<OpamValue>of() : said.values("depends")) {
            ImagePath other = install.resolve(dependency.text() + SUFFIX);
            if (other.startsWith(install) && scan.tree().resolveFile(other).isPresent()) {
                builder.resolved(other, null);
            }
        }
        if (scan.wantsFiles()) {
            Changes.of(path, changes, prefix, scan).forEach(builder::file);
            List<ImagePath> beside = new ArrayList<>(List.of(install.resolve(name + ".install")));
            if (description != null) {
                beside.add(description.path());
            }
            for (ImagePath each : beside) {
                if (scan.tree().find(each).filter(e -> !e.isDirectory()).isPresent()) {
                    builder.file(PackageFile.at(each, "opam.description").build());
                }
            }
        }
        out.accept(builder.build());
    }

    private static @Nullable OpamFile read(FileEntry file, PackageScan scan) throws IOException {
        OpamFile read =
                Contents.read(file, "opam.file.lost", "opam.file.limit", scan, in -> OpamFile.read(in, scan.limits()));
        if (read != null && !read.complete()) {
            String message = file.path() + " was read only in part: it is malformed";
            scan.diagnostics().warning("opam.file.part", file.path(), message);
        }
        return read;
    }

    /** The description of the version that is installed; null if there is none, or it is not clear which. */
    private static @Nullable FileEntry description(String name, ImagePath state, PackageScan scan) {
        List<FileEntry> found = new ArrayList<>();
        for (FileEntry directory : scan.tree().children(state.resolve("packages"))) {
            if (directory.path().fileName().startsWith(name + ".")) {
                scan.tree().resolveFile(directory.path().resolve("opam")).ifPresent(found::add);
            }
        }
        return found.size() == 1 ? found.get(0) : null;
    }

    private static SoftwarePackage.@Nullable Builder describe(
            String name, ImagePath path, @Nullable FileEntry description, @Nullable OpamFile said, PackageScan scan) {
        ImagePath directory = description == null ? null : description.path().parent();
        String version = directory == null ? null : directory.fileName().substring(name.length() + 1);
        OpamFile facts = said == null ? new OpamFile(Map.of(), true) : said;
        List<String> dependencies = new ArrayList<>();
        for (OpamValue dependency : facts.values("depends")) {
            String options = dependency.options();
            dependencies.add(
                    options.isEmpty() ? String.valueOf(dependency.text()) : dependency.text() + " {" + options + "}");
        }
        try {
            return SoftwarePackage.of(Purl.of("opam", name).version(version).build(), Kind.APPLICATION, path)
                    .licenses(facts.texts("license"))
                    .description(facts.text("synopsis"))
                    .homepage(facts.texts("homepage").stream().findFirst().orElse(null))
                    .maintainer(facts.texts("maintainer").stream().findFirst().orElse(null))
                    .dependencies(dependencies)
                    .extra("opam.source", facts.text("url.src"))
                    .extra("opam.repository", facts.text("dev-repo"));
        } catch (IllegalArgumentException e) {
            scan.diagnostics().warning("opam.record.name", path, path + " is of no package: " + e.getMessage());
            return null;
        }
    }
}
