package dev.jonah.cli.tampering;

import dev.jonah.Jonah;
import dev.jonah.image.Image;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.result.FileResult;
import dev.jonah.result.MissingFile;
import dev.jonah.result.ScanResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Jonah says of a root file system, by path. */
final class Scanned {
    /** Entries, by path. */
    final Map<String, FileResult> files = new HashMap<>();
    /** Promises that nothing keeps, by path as the entries of the tree have it. */
    final Map<String, MissingFile> missing = new TreeMap<>();

    private Scanned() {}

    static Scanned of(Path root) throws IOException {
        Scanned scanned = new Scanned();
        try (Image image = Jonah.create().open(root)) {
            ScanResult result = Jonah.create().scan(image);
            result.files().forEach(file -> scanned.files.put(file.entry().path().toString(), file));
            for (MissingFile file : result.missing()) {
                scanned.missing.put(image.tree().canonical(file.path()).toString(), file);
            }
        }
        return scanned;
    }

    /** Files of system packages whose content is not what was recorded. */
    Set<String> altered() {
        Set<String> paths = new TreeSet<>();
        files.forEach((path, file) -> {
            boolean altered = file.verdict() == Verdict.MODIFIED || file.verdict() == Verdict.CONFIG_EDITED;
            if (altered && file.owner() != null && file.owner().software().kind() == Kind.SYSTEM) {
                paths.add(path);
            }
        });
        return paths;
    }
}
