package dev.jonah.appdb.python;

import dev.jonah.appdb.python.format.DirectUrl;
import dev.jonah.appdb.python.format.EntryPoint;
import dev.jonah.appdb.python.format.EntryPointsReader;
import dev.jonah.appdb.python.format.RequiresReader;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The small files beside a distribution's metadata. */
final class Sibling {
    /** Far above what occurs: the largest distributions have some hundred. */
    private static final int MOST_LINES = 10_000;

    private Sibling() {}

    /** The bytes of the file of this name beside the metadata, or null. */
    static @Nullable Content find(Place place, String name, PackageScan scan) {
        ImagePath path = place.beside(name);
        FileEntry entry = path == null ? null : scan.tree().resolveFile(path).orElse(null);
        return entry == null ? null : entry.content();
    }

    /** What installed it: {@code pip}; null if nothing says. */
    static @Nullable String installer(Place place, PackageScan scan) throws IOException {
        Content content = find(place, "INSTALLER", scan);
        if (content == null) {
            return null;
        }
        try (LineReader lines = new LineReader(content.open(), scan.limits())) {
            String line = lines.readText();
            return line == null || line.isBlank() ? null : line.strip();
        } catch (LimitExceededException e) {
            report(place, "INSTALLER", scan, e);
            return null;
        }
    }

    /** Where it came from if not from an index; null if nothing says. */
    static @Nullable DirectUrl directUrl(Place place, PackageScan scan) throws IOException {
        Content content = find(place, "direct_url.json", scan);
        if (content == null) {
            return null;
        }
        try {
            return DirectUrl.read(content.open());
        } catch (IOException e) {
            report(place, "direct_url.json", scan, e);
            return null;
        }
    }

    /** The names of all entry points as {@code group:name}, joined by commas; null if there are none. */
    static @Nullable String entryPoints(Place place, PackageScan scan) throws IOException {
        Content content = find(place, "entry_points.txt", scan);
        if (content == null) {
            return null;
        }
        StringJoiner names = new StringJoiner(", ");
        try (EntryPointsReader reader = new EntryPointsReader(content.open(), scan.limits())) {
            EntryPoint next;
            int count = 0;
            while ((next = reader.read()) != null) {
                if (++count > MOST_LINES) {
                    report(place, "entry_points.txt", scan, new IOException("more than " + MOST_LINES + " lines"));
                    break;
                }
                names.add(next.group() + ":" + next.name());
            }
        } catch (LimitExceededException e) {
            report(place, "entry_points.txt", scan, e);
        }
        return names.length() == 0 ? null : names.toString();
    }

    /** The dependencies in {@code requires.txt}, which eggs have instead of fields in their metadata. */
    static List<String> requires(Place place, PackageScan scan) throws IOException {
        List<String> found = new ArrayList<>();
        Content content = find(place, "requires.txt", scan);
        if (content == null) {
            return found;
        }
        try (RequiresReader reader = new RequiresReader(content.open(), scan.limits())) {
            String next;
            while ((next = reader.read()) != null) {
                if (found.size() == MOST_LINES) {
                    report(place, "requires.txt", scan, new IOException("more than " + MOST_LINES + " lines"));
                    break;
                }
                found.add(next);
            }
        } catch (LimitExceededException e) {
            report(place, "requires.txt", scan, e);
        }
        return found;
    }

    private static void report(Place place, String name, PackageScan scan, IOException e) {
        ImagePath path = place.beside(name);
        scan.diagnostics()
                .warning("python.metadata.file", path, path + " was not read, or only in part: " + e.getMessage());
    }
}
