package dev.jonah.sysdb.alpine;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains what apk keeps for itself, if the content is what apk writes: its databases, what was asked for, where packages
 * come from, and its cache. Files that a person could run are never explained.
 */
public final class PackageManagerState implements Explainer {
    private static final int EXECUTABLE = 07111;

    /** Called by the service loader. */
    public PackageManagerState() {}

    @Override
    public String id() {
        return "jonah.sysdb.alpine.state";
    }

    @Override
    public FilePattern candidates() {
        FilePattern pattern = FilePattern.pathSuffix("etc/apk/world", "etc/apk/arch", "etc/apk/repositories")
                .orBelow("/etc/apk/repositories.d", "/etc/apk/cache", "/var/cache/apk")
                .orPath("/etc/apk/cache", "/run/apk/db.lock");
        for (String file : StateFormat.BESIDE_DATABASE) {
            pattern = pattern.orPathSuffix("lib/apk/db/" + file, "lib/apk/db-uvol/" + file);
        }
        return pattern;
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        Map<ImagePath, Place> places = new HashMap<>();
        for (Database database : Database.findAll(scan.tree())) {
            addPlaces(database, scan, places);
        }
        if (places.isEmpty()) {
            return;
        }
        for (FileEntry entry : (Iterable<FileEntry>) scan.candidates()::iterator) {
            Place place = places.get(entry.path());
            StateFormat format = place != null ? place.format : StateFormat.ofCache(entry.path());
            Database database = place != null ? place.database : null;
            String what = format == null ? null : check(format, entry, database, scan);
            if (what != null) {
                Evidence evidence = Evidence.of("apk.state", what, entry.path());
                out.accept(new Explanation(entry.path(), Verdict.TRANSIENT, evidence));
            }
        }
    }

    private static @Nullable String check(StateFormat format, FileEntry entry, @Nullable Database database, Scan scan) {
        if (entry.type() == EntryType.SYMLINK) {
            return format == StateFormat.CACHE_LINK ? StateFormat.cacheLink(entry, scan.tree()) : null;
        }
        if (!entry.type().isRegular() || entry.content() == null || (entry.mode() & EXECUTABLE) != 0) {
            return null;
        }
        return format.check(entry, new Installed(scan, database));
    }

    private static void addPlaces(Database database, Scan scan, Map<ImagePath, Place> places) {
        for (String name : StateFormat.BESIDE_DATABASE) {
            places.put(database.directory().resolve(name), new Place(StateFormat.ofName(name), database));
        }
        for (String name : new String[] {"world", "arch", "repositories"}) {
            ImagePath path = scan.tree().canonical(database.at("etc/apk/" + name));
            places.put(path, new Place(StateFormat.ofName(name), database));
        }
    }

    private record Place(StateFormat format, Database database) {}
}
