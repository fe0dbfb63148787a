package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.JavaRelease;
import dev.jonah.appdb.java.format.RuntimeImageReader;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds Java runtimes, whole ones and those that {@code jlink} makes, by their {@code release} file beside {@code
 * lib/modules}, {@code lib/rt.jar} or {@code jre/lib/rt.jar}. A runtime owns the files that runtimes have, by name; nobody
 * recorded what they should contain, so they are never verified. Where the file is gone, {@code lib/modules} tells the
 * version. Modules in there that are not Java's own are packages without files.
 *
 * <p>Facts beyond those of every package: {@code java.kind} (jdk, jre), {@code java.modules}, and one for each of {@code
 * java.implementor}, {@code java.implementor-version}, {@code java.version-date}, {@code java.source}, {@code java.image-type}.
 */
public final class JavaRuntimeParser implements ManifestParser {
    private static final long LARGEST = 500_000;
    private static final String RELEASE = "release";
    private static final String MODULES = "lib/modules";

    /** Found as a service. */
    public JavaRuntimeParser() {}

    @Override
    public String id() {
        return "jonah.appdb.java-runtime";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Java runtimes",
                "the `release` file of whole runtimes and those of jlink, the modules in `lib/modules`",
                "the files that runtimes have, by name",
                "**nothing**: nobody recorded what they should contain");
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named(RELEASE).orPathSuffix(MODULES);
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Content content = manifest.content();
        boolean stated = manifest.path().fileName().equals(RELEASE);
        ImagePath home = home(manifest.path(), stated);
        if (content == null
                || home == null
                || stated && (content.size() > LARGEST || !isRuntime(home, scan.tree()))
                || !stated && (has(home, RELEASE, scan.tree()) || !RuntimeImageReader.isOne(content.head(4)))) {
            return;
        }
        RuntimeModules modules = RuntimeModules.in(home, scan);
        JavaRelease release = stated ? read(content, scan) : new JavaRelease(Map.of());
        String version = release.version() != null ? release.version() : modules.version();
        if (version == null) {
            if (stated) {
                scan.diagnostics()
                        .warning(
                                "java.runtime", manifest.path(), manifest.path() + " does not state a version of Java");
            }
            return;
        }
        boolean compiler = has(home, "bin/javac", scan.tree());
        SoftwarePackage.Builder builder = SoftwarePackage.of(
                        Purl.of("generic", name(release, home))
                                .namespace(vendor(release))
                                .version(version)
                                .build(),
                        Kind.APPLICATION,
                        manifest.path())
                .architecture(release.get("OS_ARCH"))
                .extra("java.kind", compiler ? "jdk" : "jre")
                .extra("java.modules", release.get("MODULES") != null ? release.get("MODULES") : modules.names())
                .extra("java.implementor", release.get("IMPLEMENTOR"))
                .extra("java.implementor-version", release.get("IMPLEMENTOR_VERSION"))
                .extra("java.version-date", release.get("JAVA_VERSION_DATE"))
                .extra("java.image-type", release.get("IMAGE_TYPE"))
                .extra("java.source", release.get("SOURCE"));
        for (FileEntry file : scan.wantsFiles() ? RuntimeLayout.files(home, scan.tree()) : List.<FileEntry>of()) {
            builder.file(PackageFile.at(file.path(), "java.runtime")
                    .note("where Java runtimes have it")
                    .source(manifest.path())
                    .build());
        }
        out.accept(builder.build());
        modules.give(manifest.path(), out);
    }

    private static JavaRelease read(Content content, PackageScan scan) throws IOException {
        try (LineReader lines = new LineReader(content.open(), scan.limits())) {
            return JavaRelease.read(lines);
        }
    }

    private static @Nullable ImagePath home(ImagePath file, boolean stated) {
        ImagePath directory = file.parent();
        return stated || directory == null ? directory : directory.parent();
    }

    private static boolean isRuntime(ImagePath home, FileTree tree) {
        return has(home, MODULES, tree) || has(home, "lib/rt.jar", tree) || has(home, "jre/lib/rt.jar", tree);
    }

    private static boolean has(ImagePath home, String name, FileTree tree) {
        return tree.find(home.resolve(name)).filter(file -> !file.isDirectory()).isPresent();
    }

    private static String name(JavaRelease release, ImagePath home) {
        boolean graal = release.get("GRAALVM_VERSION") != null
                || home.fileName().toLowerCase(Locale.ROOT).contains("graalvm");
        return graal ? "graalvm" : "openjdk";
    }

    /** Who built it, as a word of a package URL; null if nothing says so. */
    private static @Nullable String vendor(JavaRelease release) {
        String implementor = release.get("IMPLEMENTOR");
        if (implementor == null || implementor.equals("N/A")) {
            return null;
        }
        String word = implementor
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return word.isEmpty() ? null : word;
    }
}
