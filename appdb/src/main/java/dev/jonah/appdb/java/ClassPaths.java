package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.ManifestReader;
import dev.jonah.appdb.java.format.QuarkusIndexReader;
import dev.jonah.appdb.java.zip.DamagedZipException;
import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.appdb.java.zip.ZipCursor;
import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.appdb.java.zip.ZipEntryStream;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What names archives as parts of an application: Spring Boot's {@code BOOT-INF/classpath.idx}, Jib's {@code
 * jib-classpath-file}, the index of Quarkus, and the {@code Class-Path} of archives, which thin applications and Quarkus have. Each directory is
 * looked at once in a scan.
 */
final class ClassPaths {
    private static final int MANIFEST = 1 << 20;
    // The manifest is among the first entries, except where somebody wants it to be overlooked.
    private static final int FIRST_ENTRIES = 1000;

    private final PackageScan scan;

    ClassPaths(PackageScan scan) {
        this.scan = scan;
    }

    private record Key(ImagePath directory) {}

    /** How a file is named, and by what. */
    private record Naming(String rule, String note, ImagePath by) {}

    /** The promise of an archive that something in one of the three directories above it names; or null. */
    @Nullable
    PackageFile promise(ImagePath archive) throws IOException {
        ImagePath directory = archive.parent();
        for (int up = 0; up < 4 && directory != null; up++, directory = directory.parent()) {
            ImagePath at = directory;
            Naming naming = scan.once(new Key(at), () -> namings(at)).get(archive);
            if (naming != null && !naming.by.equals(archive)) {
                return PackageFile.at(archive, naming.rule)
                        .note(naming.note)
                        .source(naming.by)
                        .build();
            }
        }
        return null;
    }

    private Map<ImagePath, Naming> namings(ImagePath directory) throws IOException {
        Map<ImagePath, Naming> found = new HashMap<>();
        ImagePath index = directory.resolve("BOOT-INF/classpath.idx");
        TextFiles.head(scan.tree(), index)
                .lines()
                .filter(line -> line.startsWith("- \"") && line.endsWith("\"") && line.length() > 4)
                .map(line -> directory.resolve(line.substring(3, line.length() - 1)))
                .forEach(path -> found.putIfAbsent(
                        path, new Naming("java.classpath-index", "the class path of Spring Boot names it", index)));
        ImagePath jib = directory.resolve("jib-classpath-file");
        for (String path : TextFiles.head(scan.tree(), jib).strip().split(":")) {
            if (path.startsWith("/")) {
                found.putIfAbsent(
                        ImagePath.of(path), new Naming("java.classpath-index", "the class path of Jib names it", jib));
            }
        }
        ImagePath quarkus = directory.resolve("quarkus/quarkus-application.dat");
        for (String path : QuarkusIndexReader.read(TextFiles.bytes(scan.tree(), quarkus))) {
            found.putIfAbsent(
                    directory.resolve(path),
                    new Naming("java.classpath-index", "the class path of Quarkus names it", quarkus));
        }
        for (FileEntry file : scan.tree().children(directory)) {
            if (file.type().isRegular() && ArchiveKinds.isOne(file.path().fileName())) {
                named(directory, file, found);
            }
        }
        return found;
    }

    private static void named(ImagePath directory, FileEntry file, Map<ImagePath, Naming> to) throws IOException {
        String written = classPath(file);
        for (String part : written == null ? new String[0] : written.split("\\s+")) {
            String path = part.startsWith("./") ? part.substring(2) : part;
            if (!path.isEmpty() && !path.contains(":") && !path.contains("%") && !path.startsWith("/")) {
                to.putIfAbsent(
                        directory.resolve(path),
                        new Naming("java.class-path", "the Class-Path of " + file.path() + " names it", file.path()));
            }
        }
    }

    private static @Nullable String classPath(FileEntry file) throws IOException {
        Content content = file.content();
        if (content == null) {
            return null;
        }
        try (SeekableByteChannel channel = content.openChannel()) {
            ZipArchive archive = ZipArchive.in(channel);
            ZipCursor cursor = archive.entries();
            for (ZipEntryHead entry; (entry = cursor.next()) != null && cursor.count() <= FIRST_ENTRIES; ) {
                if (entry.name().latin1().equalsIgnoreCase("META-INF/MANIFEST.MF")) {
                    try (ZipEntryStream in = archive.open(entry)) {
                        return ManifestReader.read(in.readNBytes(MANIFEST)).stated("Class-Path");
                    }
                }
            }
        } catch (DamagedZipException e) {
            // Told where the archive itself is read.
            return null;
        }
        return null;
    }
}
