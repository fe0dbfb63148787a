package dev.jonah.appdb.r;

import dev.jonah.appdb.r.format.PackageDescription;
import dev.jonah.appdb.support.Contents;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
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
 * Finds installed packages of R by their {@code DESCRIPTION}: one that says when it was built, beside {@code
 * Meta/package.rds}. Sources have neither. Where R's own base package lies, R itself is found too.
 *
 * <p>Facts beyond those of every package: {@code r.built}, {@code r.priority}, {@code r.repository},
 * {@code r.remote-type}, {@code r.remote}, {@code r.remote-sha}.
 */
public final class LibraryParser implements ManifestParser {
    /** Found as a service. */
    public LibraryParser() {}

    @Override
    public String id() {
        return "jonah.appdb.r";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("DESCRIPTION");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "R",
                "`DESCRIPTION` of each installed package, and `MD5` where it was distributed built; R itself by its"
                        + " base package",
                "all that lies in the package's directory, or what `MD5` lists; for R the directories of its home, which is"
                        + " called `R`",
                "MD5 of content where such a list is there. Else **nothing**: what somebody adds to or changes in such"
                        + " a directory is `OWNED` like the rest");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath path = manifest.path();
        ImagePath directory = path.parent();
        ImagePath library = directory == null ? null : directory.parent();
        if (directory == null || library == null || !manifest.type().isRegular() || !isInstalled(directory, scan)) {
            return;
        }
        PackageDescription description = read(manifest, scan);
        if (description == null || description.text("Built") == null) {
            return;
        }
        String name = description.text("Package");
        String version = description.text("Version");
        if (name == null || !name.equals(directory.fileName()) || version == null) {
            String message = path + " is of " + name + " " + version + ", which its directory is not called";
            scan.diagnostics().warning("r.description.name", path, message);
            return;
        }
        Purl purl;
        try {
            purl = Purl.of(isOfBioconductor(description) ? "bioconductor" : "cran", name)
                    .version(version)
                    .build();
        } catch (IllegalArgumentException e) {
            scan.diagnostics().warning("r.description.name", path, path + " names no package: " + e.getMessage());
            return;
        }
        out.accept(describe(purl, description, directory, library, path, scan));
        if (name.equals("base") && "base".equals(description.text("Priority"))) {
            RuntimeHome.describe(version, path, library, scan, out);
        }
    }

    private static boolean isInstalled(ImagePath directory, PackageScan scan) {
        return scan.tree().resolveFile(directory.resolve("Meta/package.rds")).isPresent();
    }

    private static @Nullable PackageDescription read(FileEntry manifest, PackageScan scan) throws IOException {
        ImagePath path = manifest.path();
        Content content = Contents.of(manifest, "r.description.lost", scan);
        if (content == null) {
            return null;
        }
        try {
            PackageDescription read = PackageDescription.read(content.open(), scan.limits());
            if (read != null && !read.malformed().isEmpty()) {
                String message = read.malformed().size() + " lines of " + path + " are no fields, the first is line "
                        + read.malformed().get(0);
                scan.diagnostics().info("r.description.line", path, message);
            }
            if (read != null && !read.complete()) {
                scan.diagnostics()
                        .error("r.description.limit", path, path + " was read only in part: a line is too long");
            }
            return read;
        } catch (LimitExceededException e) {
            scan.diagnostics().error("r.description.limit", path, path + " was not read: " + e.getMessage());
            return null;
        }
    }

    private static boolean isOfBioconductor(PackageDescription description) {
        String repository = description.text("Repository");
        String source = description.text("git_url");
        return repository != null && repository.startsWith("Bioconductor")
                || source != null && source.startsWith("https://git.bioconductor.org/");
    }

    private static SoftwarePackage describe(
            Purl purl,
            PackageDescription description,
            ImagePath directory,
            ImagePath library,
            ImagePath path,
            PackageScan scan)
            throws IOException {
        List<String> urls = description.list("URL");
        String license = description.text("License");
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, path)
                .licenses(license == null ? List.of() : List.of(license))
                .description(description.text("Title"))
                .homepage(urls.isEmpty() ? null : urls.get(0))
                .maintainer(description.text("Maintainer"))
                .extra("r.built", description.text("Built"))
                .extra("r.priority", description.text("Priority"))
                .extra("r.repository", description.text("Repository"))
                .extra("r.remote-type", description.text("RemoteType"))
                .extra("r.remote", remote(description))
                .extra("r.remote-sha", description.text("RemoteSha"));
        List<String> dependencies = new ArrayList<>();
        for (String field : List.of("Depends", "Imports", "LinkingTo")) {
            for (String dependency : description.list(field)) {
                dependencies.add(field.equals("LinkingTo") ? dependency + " (linking)" : dependency);
                ImagePath instance = Libraries.find(dependency, library, scan.tree());
                if (instance != null && !field.equals("LinkingTo")) {
                    builder.resolved(instance, null);
                }
            }
        }
        builder.dependencies(dependencies);
        if (scan.wantsFiles()) {
            PackageFiles.of(directory, scan).forEach(builder::file);
        }
        return builder.build();
    }

    private static @Nullable String remote(PackageDescription description) {
        String url = description.text("RemoteUrl");
        String user = description.text("RemoteUsername");
        String repository = description.text("RemoteRepo");
        return url != null || user == null || repository == null ? url : user + "/" + repository;
    }
}
