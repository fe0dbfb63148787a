package com.example.pacman;

import com.example.pacman.format.MtreeEntry;
import com.example.pacman.format.MtreeReader;
import com.example.pacman.format.SectionReader;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What packages promise: the paths of {@code files} with what {@code mtree} recorded of them, and the package's own files
 * in the database. All packages together promise no more than an image may have entries.
 */
final class Promises {
    private final PackageScan scan;
    private final Configuration configuration;
    private long left;

    Promises(PackageScan scan, Configuration configuration) {
        this.scan = scan;
        this.configuration = configuration;
        this.left = scan.limits().get(Limits.Name.ENTRIES);
    }

    /** Adds the files of a package. */
    void add(Description of, SoftwarePackage.Builder to) {
        List<PackageFile> own = new ArrayList<>();
        if (of.sound()) {
            own.add(OwnFiles.unrecorded(of.file("desc")));
        }
        Map<ImagePath, RawText> paths = new LinkedHashMap<>();
        Map<ImagePath, Digest> backup = new HashMap<>();
        if (readFiles(of.file("files"), paths, backup)) {
            own.add(OwnFiles.unrecorded(of.file("files")));
        }
        FileMapping mapping = new FileMapping(of, backup, configuration, scan.tree());
        Map<ImagePath, PackageFile> promises = new LinkedHashMap<>();
        paths.forEach((path, name) -> promises.put(path, mapping.listed(path, name)));
        if (readTree(of.file("mtree"), paths, mapping, promises, own)) {
            own.add(OwnFiles.unrecorded(of.file("mtree")));
        }
        promises.values().forEach(to::file);
        own.forEach(to::file);
        if (configuration.noExtract().isExhausted() || configuration.noUpgrade().isExhausted()) {
            scan.diagnostics().error("pacman.configuration", null, "its patterns take too long to match");
        }
    }

    /** Whether it was read to its end and understood. */
    private boolean readFiles(ImagePath path, Map<ImagePath, RawText> paths, Map<ImagePath, Digest> backup) {
        Content content = content(path);
        if (content == null) {
            return false;
        }
        try (SectionReader reader = new SectionReader(content.open(), scan.limits())) {
            String section;
            while ((section = reader.nextSection()) != null) {
                boolean files = section.equals("FILES");
                RawText value;
                while ((files || section.equals("BACKUP")) && (value = reader.nextValue()) != null) {
                    if (left-- <= 0) {
                        throw new IOException("more files than the limit " + Limits.Name.ENTRIES.id() + " allows");
                    }
                    if (files) {
                        paths.putIfAbsent(ImagePath.of(value), value);
                    } else {
                        addBackup(value, backup);
                    }
                }
            }
            for (long line : reader.misplaced()) {
                scan.diagnostics().warning("pacman.files.line", path, "line " + line + " belongs to no section");
            }
            return reader.misplaced().isEmpty();
        } catch (IOException e) {
            scan.diagnostics().error("pacman.files.unreadable", path, "cannot be read to its end: " + e.getMessage());
            return false;
        }
    }

    /** {@code path TAB md5}. */
    private static void addBackup(RawText line, Map<ImagePath, Digest> backup) {
        int tab = line.latin1().lastIndexOf('\t');
        RawText path = RawText.ofLatin1(tab < 0 ? line.latin1() : line.latin1().substring(0, tab));
        backup.put(ImagePath.of(path), Digest.parse("md5:" + line.latin1().substring(tab + 1)));
    }

    private boolean readTree(
            ImagePath path,
            Map<ImagePath, RawText> paths,
            FileMapping mapping,
            Map<ImagePath, PackageFile> promises,
            List<PackageFile> own) {
        Content content = content(path);
        if (content == null) {
            return false;
        }
        List<String> problems = new ArrayList<>();
        long unlisted = 0;
        try (MtreeReader reader = new MtreeReader(content.open(), scan.limits(), problem -> {
            if (problems.size() < 100) {
                problems.add(problem);
            }
        })) {
            MtreeEntry entry;
            while ((entry = reader.read()) != null) {
                ImagePath at = ImagePath.of(entry.name());
                RawText name = paths.get(at);
                if (entry.isMetadata()) {
                    OwnFiles.recorded(entry, mapping.directory(), path).ifPresent(own::add);
                } else if (name != null) {
                    promises.put(at, mapping.recorded(at, name, entry, path));
                } else {
                    unlisted++;
                }
            }
        } catch (IOException e) {
            scan.diagnostics().error("pacman.mtree.unreadable", path, "cannot be read to its end: " + e.getMessage());
            return false;
        }
        if (unlisted > 0) {
            problems.add(unlisted + " entries are not among the files of the package");
        }
        problems.forEach(problem -> scan.diagnostics().warning("pacman.mtree.line", path, problem));
        return problems.isEmpty();
    }

    private @Nullable Content content(ImagePath path) {
        FileEntry file = scan.tree().resolveFile(path).orElse(null);
        if (file == null) {
            scan.diagnostics().warning("pacman.no-files", path, "is not there, so that files cannot be compared");
            return null;
        }
        return file.content();
    }
}
