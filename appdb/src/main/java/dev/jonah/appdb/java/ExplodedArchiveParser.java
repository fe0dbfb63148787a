package dev.jonah.appdb.java;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was an archive before it was unpacked: the layers of Spring Boot, a web application or plugin in its directory,
 * the classes of a build. Such a directory has the same {@code META-INF} as the archive, and gives the same packages. What is
 * not stated inside is not guessed from the directory's name.
 *
 * <p>Nothing lists the files of such a directory, and anybody can lay a class or page into it; so a package claims none of
 * them. The archives in it are packages of their own.
 */
public final class ExplodedArchiveParser implements ManifestParser {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String PROPERTIES = "pom.properties";

    /** Found as a service. */
    public ExplodedArchiveParser() {}

    @Override
    public String id() {
        return "jonah.appdb.java-exploded";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.pathSuffix(MANIFEST).orNamed(PROPERTIES);
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Java archives, unpacked",
                "`META-INF/MANIFEST.MF`, `META-INF/maven` in directories: layers of Spring Boot, web applications, plugins",
                "none: nothing lists the files of such a directory",
                "**nothing**");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath root = root(manifest.path());
        if (root == null || !manifest.type().isRegular()) {
            return;
        }
        List<ImagePath> projects = ExplodedArchive.projects(root, scan.tree());
        if (!manifest.path().fileName().equals(PROPERTIES)
                || !isFile(root.resolve(MANIFEST), scan.tree()) && isFirst(manifest.path(), projects, scan.tree())) {
            ArchiveFacts facts = new ExplodedArchive(root, scan).read(projects);
            new ArchivePackages(manifest.path(), facts, scan.diagnostics(), out)
                    .give(Identification.ofDirectory(facts), null);
        }
    }

    /** The directory that was the archive; null if the file is no part of one. */
    private static @Nullable ImagePath root(ImagePath file) {
        boolean project = file.fileName().equals(PROPERTIES);
        ImagePath at = file;
        for (int i = project ? 3 : 1; i > 0 && at != null; i--) {
            at = at.parent();
        }
        // Now at META-INF/maven or META-INF.
        if (at == null || project && !at.latin1().endsWith("/META-INF/maven")) {
            return null;
        }
        ImagePath metadata = project ? at.parent() : at;
        return metadata == null ? null : metadata.parent();
    }

    private static boolean isFirst(ImagePath file, List<ImagePath> projects, FileTree tree) {
        for (ImagePath project : projects) {
            ImagePath properties = project.resolve(PROPERTIES);
            if (isFile(properties, tree)) {
                return properties.equals(file);
            }
        }
        return false;
    }

    private static boolean isFile(ImagePath path, FileTree tree) {
        return tree.find(path).filter(file -> file.type().isRegular()).isPresent();
    }
}
