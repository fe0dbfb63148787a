package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.ArchiveName;
import dev.jonah.appdb.java.format.Manifest;
import dev.jonah.value.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was read of one archive, apart from those nested in it. Filled by {@link ArchiveReader}. */
final class ArchiveFacts {
    private static final int ROOTS = 256;

    /** Where it is: {@code /app.jar!/lib/x.jar}. */
    final String path;

    final ArchiveName name;
    final String suffix;
    final Map<String, MavenFiles> maven = new LinkedHashMap<>();
    /** Packages of classes, at most three parts each; a hint at who wrote it. */
    final SortedSet<String> roots = new TreeSet<>();

    Manifest manifest = Manifest.EMPTY;

    @Nullable
    Digest sha1;
    /** Whether it is laid out as an application that keeps its libraries as archives of their own. */
    boolean application;
    /** Whether an SBOM lies in it. */
    boolean sbom;
    /** Whether something signs it. */
    boolean signed;

    long entries;

    ArchiveFacts(String path) {
        this.path = path;
        String fileName = ArchiveKinds.lastPart(path);
        this.name = ArchiveName.of(fileName);
        this.suffix = ArchiveKinds.suffix(fileName);
    }

    /** The files of {@code META-INF/maven/GROUP/ARTIFACT/}. */
    MavenFiles maven(String directory) {
        return maven.computeIfAbsent(directory, MavenFiles::new);
    }

    void sawClass(String entry) {
        int end = 0;
        for (int parts = 0; parts < 3; parts++) {
            int slash = entry.indexOf('/', end);
            if (slash < 0) {
                break;
            }
            end = slash + 1;
        }
        if (end > 0 && roots.size() < ROOTS) {
            roots.add(entry.substring(0, end - 1).replace('/', '.'));
        }
    }

    /** What stands in the archive about bundled or own projects of Maven, complete ones only. */
    java.util.List<MavenFiles> projects() {
        java.util.List<MavenFiles> complete = new ArrayList<>();
        for (MavenFiles files : maven.values()) {
            if (files.coordinates().isComplete()) {
                complete.add(files);
            }
        }
        return complete;
    }
}
