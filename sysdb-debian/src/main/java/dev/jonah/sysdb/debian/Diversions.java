package dev.jonah.sysdb.debian;

import dev.jonah.sysdb.debian.format.Diversion;
import dev.jonah.sysdb.debian.format.DiversionsReader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where files are kept that packages promise elsewhere. Each path is diverted at most once, so that nothing loops. */
final class Diversions {
    private final Map<RawText, Diversion> byPath = new HashMap<>();
    private final ImagePath source;

    Diversions(Database database, Files files) {
        source = database.file("diversions");
        for (Diversion diversion : files.entries(files.file(source), DiversionsReader::read)) {
            byPath.putIfAbsent(diversion.from(), diversion);
        }
    }

    /** The diversion of what a package has at this path, or null. A package's own diversion is for all others. */
    @Nullable
    Diversion of(RawText path, String owner) {
        Diversion diversion = byPath.get(path);
        return diversion == null || owner.equals(diversion.diverter()) ? null : diversion;
    }

    ImagePath source() {
        return source;
    }
}
