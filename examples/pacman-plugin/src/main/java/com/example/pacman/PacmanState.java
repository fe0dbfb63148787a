package com.example.pacman;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Explains what pacman keeps beside the entries of packages, if the content is what pacman writes: the number of the format,
 * lists of repositories and their signatures, the lock, the log. Files that somebody could run are never explained.
 */
public final class PacmanState implements Explainer {
    private static final int EXECUTABLE = 07111;

    /** Called by the service loader. */
    public PacmanState() {}

    @Override
    public String id() {
        return "example.pacman.state";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.named("ALPM_DB_VERSION", "db.lck", "pacman.log").orSuffix(".db", ".files", ".sig");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        Map<ImagePath, StateFormat> places = new HashMap<>();
        for (LocalDatabase database : LocalDatabase.findAll(scan.tree())) {
            places.put(database.versionFile(), StateFormat.NUMBER);
            places.put(database.above().resolve("db.lck"), StateFormat.EMPTY);
            places.put(scan.tree().canonical(ImagePath.of("/var/log/pacman.log")), StateFormat.LOG);
            scan.tree().resolve(database.above().resolve("sync")).stream()
                    .flatMap(sync -> scan.tree().children(sync.path()).stream())
                    .forEach(file -> places.put(file.path(), StateFormat.ofRepositoryFile(file.path())));
        }
        if (!places.isEmpty()) {
            scan.candidates().forEach(file -> explain(file, places.get(file.path()), scan, out));
        }
    }

    private static void explain(FileEntry file, StateFormat format, Scan scan, Consumer<Explanation> out) {
        Content content = file.content();
        if (format == null || content == null || (file.mode() & EXECUTABLE) != 0) {
            return;
        }
        try {
            if (format.fits(content, scan.limits())) {
                Evidence evidence = Evidence.of("pacman.state", format.meaning(), file.path());
                out.accept(new Explanation(file.path(), Verdict.TRANSIENT, evidence));
            }
        } catch (IOException e) {
            scan.diagnostics().warning("pacman.state.unreadable", file.path(), "cannot be read: " + e.getMessage());
        }
    }
}
