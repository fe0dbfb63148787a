package dev.jonah.cli.install;

import dev.jonah.Jonah;
import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.Image;
import dev.jonah.ledger.Evidence;
import dev.jonah.result.FileResult;
import dev.jonah.result.MissingFile;
import dev.jonah.result.ScanResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What Jonah says of a root file system.
 *
 * @param verdicts of entries by path; {@code MISSING} of what is promised and not there
 * @param evidence of entries by path, as text
 * @param packages package URLs, one each
 * @param diagnostics their codes, one each
 */
record Ledger(
        Map<String, String> verdicts,
        Map<String, String> evidence,
        SortedSet<String> packages,
        SortedSet<String> diagnostics) {
    private static final String NOTHING = "nothing";

    /** Of the directory that is the root. */
    static Ledger of(Path root) throws IOException {
        Ledger ledger = new Ledger(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
        try (Image image = Jonah.create().open(root)) {
            ScanResult result = Jonah.create().scan(image);
            for (MissingFile missing : result.missing()) {
                ledger.verdicts.put(image.tree().canonical(missing.path()).toString(), "MISSING");
            }
            for (FileResult file : result.files()) {
                String path = file.entry().path().toString();
                ledger.verdicts.put(path, file.verdict().name());
                List<String> texts =
                        file.evidence().stream().map(Evidence::text).toList();
                ledger.evidence.put(path, String.join("; ", texts));
            }
            result.packages()
                    .forEach(
                            found -> ledger.packages.add(found.software().purl().toString()));
            result.diagnostics().stream().map(Diagnostic::code).forEach(ledger.diagnostics::add);
        }
        return ledger;
    }

    /** What became of paths that fare otherwise in a later one: {@code /x: VERIFIED, then MODIFIED}. */
    List<String> changesTo(Ledger later) {
        TreeSet<String> paths = new TreeSet<>(verdicts.keySet());
        paths.addAll(later.verdicts.keySet());
        List<String> changes = new ArrayList<>();
        for (String path : paths) {
            String before = verdicts.getOrDefault(path, NOTHING);
            String after = later.verdicts.getOrDefault(path, NOTHING);
            if (!before.equals(after)) {
                changes.add(path + ": " + before + ", then " + after);
            }
        }
        return changes;
    }
}
