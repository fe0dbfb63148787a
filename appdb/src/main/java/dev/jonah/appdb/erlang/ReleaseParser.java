package dev.jonah.appdb.erlang;

import dev.jonah.appdb.erlang.format.ReleaseResource;
import dev.jonah.appdb.erlang.format.TermReader;
import dev.jonah.appdb.support.Contents;
import dev.jonah.image.Content;
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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds releases of Erlang and Elixir, {@code releases/<version>/<name>.rel}, and the installation of Erlang itself,
 * {@code releases/<number>/OTP_VERSION}. They own the run-time system and what starts it; the applications in them are
 * packages of their own. Releases are built by their owners, and Erlang has no registered type, so both have package
 * URLs of type generic.
 *
 * <p>A fact beyond those of every package is {@code otp.runtime}, the version of the run-time system.
 */
public final class ReleaseParser implements ManifestParser {
    private static final String VERSION_FILE = "OTP_VERSION";

    /** Found as a service. */
    public ReleaseParser() {}

    @Override
    public String id() {
        return "jonah.appdb.erlang-release";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(".rel").orNamed(VERSION_FILE);
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Erlang releases",
                "`releases/<version>/<name>.rel` as Mix and rebar3 make them, `releases/<number>/OTP_VERSION` of"
                        + " Erlang itself",
                "the run-time system, start scripts, boot files and configuration, by name",
                "**nothing**: nobody recorded what they should contain");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath directory = manifest.path().parent();
        ImagePath releases = directory == null ? null : directory.parent();
        ImagePath root = releases == null ? null : releases.parent();
        if (root == null
                || directory == null
                || releases == null
                || !releases.fileName().equals("releases")
                || !manifest.type().isRegular()) {
            return;
        }
        if (manifest.path().fileName().equals(VERSION_FILE)) {
            erlang(manifest, directory, root, scan, out);
        } else {
            release(manifest, directory, root, scan, out);
        }
    }

    private static void erlang(
            FileEntry manifest, ImagePath directory, ImagePath root, PackageScan scan, Consumer<SoftwarePackage> out)
            throws IOException {
        Content content = Contents.of(manifest, "erlang.file.lost", scan);
        if (content == null) {
            return;
        }
        // Marked so where fixes were put in.
        String version =
                new String(content.head(100), StandardCharsets.UTF_8).strip().replaceAll("\\*+$", "");
        if (!version.matches("\\d{1,3}(\\.\\d{1,5}){0,5}(-[\\w.]{1,30})?")) {
            scan.diagnostics()
                    .warning("erlang.version", manifest.path(), manifest.path() + " holds no version of Erlang");
            return;
        }
        String runtime = "";
        for (FileEntry child : scan.tree().children(root)) {
            String name = child.path().fileName();
            runtime = child.isDirectory() && name.startsWith("erts-") ? name.substring("erts-".length()) : runtime;
        }
        SoftwarePackage.Builder builder = SoftwarePackage.of(
                        Purl.of("generic", "erlang").version(version).build(), Kind.APPLICATION, manifest.path())
                .extra("otp.runtime", runtime);
        claim(root, directory, runtime, List.of(), scan, builder, manifest.path());
        out.accept(builder.build());
    }

    private static void release(
            FileEntry manifest, ImagePath directory, ImagePath root, PackageScan scan, Consumer<SoftwarePackage> out)
            throws IOException {
        ImagePath path = manifest.path();
        TermReader.Result read = Terms.read(manifest, scan);
        ReleaseResource release = read == null ? null : ReleaseResource.of(read.terms());
        if (release == null || release.name().startsWith("Erlang/OTP")) {
            if (read != null && release == null) {
                scan.diagnostics().warning("erlang.release", path, path + " is no resource file of a release");
            }
            return;
        }
        // Copies of it lie beside, one of them in the directory above.
        if (!path.fileName().equals(release.name() + ".rel")) {
            return;
        }
        SoftwarePackage.Builder builder;
        try {
            builder = SoftwarePackage.of(
                            Purl.of("generic", release.name())
                                    .version(release.version())
                                    .build(),
                            Kind.APPLICATION,
                            path)
                    .extra("otp.runtime", release.runtime());
        } catch (IllegalArgumentException e) {
            scan.diagnostics().warning("erlang.release", path, path + " names no release: " + e.getMessage());
            return;
        }
        List<String> dependencies = new ArrayList<>();
        Applications applications = Applications.in(root.resolve("lib"), scan);
        release.applications().forEach((name, version) -> {
            dependencies.add(name + " " + version);
            ImagePath instance = applications.find(name, version);
            if (instance != null) {
                builder.resolved(instance, null);
            }
        });
        builder.dependencies(dependencies);
        String name = release.name();
        claim(
                root,
                directory,
                release.runtime() == null ? "" : release.runtime(),
                List.of(name, name + ".bat", name + "-" + release.version(), name + ".rel"),
                scan,
                builder,
                path);
        out.accept(builder.build());
    }

    private static void claim(
            ImagePath root,
            ImagePath release,
            String runtime,
            Collection<String> names,
            PackageScan scan,
            SoftwarePackage.Builder out,
            ImagePath manifest) {
        if (scan.wantsFiles()) {
            Map<ImagePath, PackageFile> claims = new LinkedHashMap<>();
            for (ImagePath path : SystemLayout.of(root, release, runtime, names, scan.tree())) {
                claims.putIfAbsent(path, claim(path, manifest));
            }
            claims.putIfAbsent(manifest, claim(manifest, manifest));
            claims.values().forEach(out::file);
        }
    }

    private static PackageFile claim(ImagePath path, @Nullable ImagePath manifest) {
        return PackageFile.at(path, "otp.release")
                .note("where releases of Erlang have it")
                .source(manifest)
                .build();
    }
}
