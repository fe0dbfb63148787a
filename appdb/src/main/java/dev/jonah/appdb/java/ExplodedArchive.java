package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.ManifestReader;
import dev.jonah.appdb.java.format.PomPropertiesReader;
import dev.jonah.appdb.java.format.PomReader;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads in a directory what {@link ArchivePass} reads in an archive. */
final class ExplodedArchive {
    private static final int LARGEST_TEXT = 1 << 20;
    private static final int MOST_PROJECTS = 10_000;

    private final ImagePath root;
    private final PackageScan scan;

    ExplodedArchive(ImagePath root, PackageScan scan) {
        this.root = root;
        this.scan = scan;
    }

    /** The directories {@code META-INF/maven/GROUP/ARTIFACT}. */
    static List<ImagePath> projects(ImagePath root, FileTree tree) {
        List<ImagePath> found = new ArrayList<>();
        for (FileEntry group : tree.children(root.resolve("META-INF/maven"))) {
            for (FileEntry artifact : group.isDirectory() ? tree.children(group.path()) : List.<FileEntry>of()) {
                if (artifact.isDirectory() && found.size() < MOST_PROJECTS) {
                    found.add(artifact.path());
                }
            }
        }
        return found;
    }

    ArchiveFacts read(List<ImagePath> projects) throws IOException {
        ArchiveFacts facts = ArchiveFacts.ofDirectory(root.toString(), has("WEB-INF") ? ".war" : "");
        facts.application = has("WEB-INF") || has("BOOT-INF");
        facts.sbom = has("META-INF/sbom");
        facts.billed = Sboms.main(bytes(root.resolve("META-INF/sbom/application.cdx.json")), scan.limits());
        facts.manifest = ManifestReader.read(bytes(root.resolve("META-INF/MANIFEST.MF")));
        for (ImagePath project : projects) {
            MavenFiles files = facts.maven(project.toString()
                    .substring(root.isRoot() ? 1 : root.toString().length() + 1));
            files.file = project.resolve("pom.properties");
            files.properties = PomPropertiesReader.read(bytes(project.resolve("pom.properties")));
            pom(project.resolve("pom.xml"), files);
        }
        return facts;
    }

    private void pom(ImagePath path, MavenFiles to) throws IOException {
        byte[] bytes = bytes(path);
        try {
            to.pom = bytes.length == 0 ? null : PomReader.read(bytes);
        } catch (IOException e) {
            scan.diagnostics().warning("java.pom", path, path + " cannot be read: " + e.getMessage());
        }
    }

    private boolean has(String directory) {
        return scan.tree()
                .find(root.resolve(directory))
                .filter(FileEntry::isDirectory)
                .isPresent();
    }

    private byte[] bytes(ImagePath path) throws IOException {
        FileEntry file = scan.tree().find(path).orElse(null);
        Content content = file == null ? null : file.content();
        return content == null ? new byte[0] : content.head(LARGEST_TEXT);
    }
}
