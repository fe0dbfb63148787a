package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.ArchiveName;
import dev.jonah.appdb.java.format.Coordinates;
import dev.jonah.appdb.java.format.Manifest;
import dev.jonah.appdb.java.signature.ArchiveSignature;
import dev.jonah.value.Digest;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was read of one archive, apart from those nested in it. Filled by {@link ArchiveReader}. */
final class ArchiveFacts {
    private static final int DEEPEST = 4;
    private static final int ROOTS = 1024;

    /** Where it is: {@code /app.jar!/lib/x.jar}. */
    final String path;

    final ArchiveName name;
    final String suffix;
    private final String separator;
    final Map<String, MavenFiles> maven = new LinkedHashMap<>();
    /** Packages of classes, at most four parts each; a hint at who wrote it. */
    final SortedSet<String> roots = new TreeSet<>();

    Manifest manifest = Manifest.EMPTY;

    /** Its own module, and the one for later versions of Java; null without a descriptor. */
    @Nullable
    ModuleDescriptor ownDescriptor;

    @Nullable
    ModuleDescriptor laterDescriptor;

    @Nullable
    Digest sha1;
    /** Whether it is laid out as an application that keeps its libraries as archives of their own. */
    boolean application;
    /** Whether an SBOM lies in it. */
    boolean sbom;
    /** What its SBOM calls it; null without one. */
    @Nullable
    Coordinates billed;
    /** What its signatures are worth; null if it has none. */
    @Nullable
    ArchiveSignature signature;

    long entries;

    ArchiveFacts(String path) {
        this(path, ArchiveKinds.lastPart(path), ArchiveKinds.suffix(path), "!/");
    }

    private ArchiveFacts(String path, String fileName, String suffix, String separator) {
        this.path = path;
        this.name = ArchiveName.of(fileName);
        this.suffix = suffix;
        this.separator = separator;
    }

    /** Of what was an archive of this kind and is a directory now. */
    static ArchiveFacts ofDirectory(String path, String suffix) {
        return new ArchiveFacts(path, ArchiveKinds.lastPart(path) + ".", suffix, "/");
    }

    /** Where something in it is. */
    String inside(String entry) {
        return path + separator + entry;
    }

    /** The files of {@code META-INF/maven/GROUP/ARTIFACT/}. */
    MavenFiles maven(String directory) {
        return maven.computeIfAbsent(directory, MavenFiles::new);
    }

    /** That of later versions counts only where the manifest says that there are such: others were bundled along. */
    @Nullable
    ModuleDescriptor descriptor() {
        boolean several = "true".equalsIgnoreCase(manifest.get("Multi-Release"));
        return ownDescriptor == null && several ? laterDescriptor : ownDescriptor;
    }

    /** The name of its module, or null; of an automatic one only if the manifest states it. */
    @Nullable
    String module() {
        ModuleDescriptor descriptor = descriptor();
        return descriptor != null ? descriptor.name() : manifest.stated("Automatic-Module-Name");
    }

    /** The name of its bundle of OSGi, without directives; or null. */
    @Nullable
    String symbolicName() {
        String name = manifest.stated("Bundle-SymbolicName");
        return name == null ? null : name.split(";")[0].strip();
    }

    /** The version of its module, or null. */
    @Nullable
    String moduleVersion() {
        ModuleDescriptor descriptor = descriptor();
        return descriptor == null ? null : descriptor.rawVersion().orElse(null);
    }

    void sawClass(String entry) {
        int end = 0;
        for (int parts = 0; parts < DEEPEST; parts++) {
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
    List<MavenFiles> projects() {
        List<MavenFiles> complete = new ArrayList<>();
        for (MavenFiles files : maven.values()) {
            if (files.coordinates().isComplete()) {
                complete.add(files);
            }
        }
        return complete;
    }
}
