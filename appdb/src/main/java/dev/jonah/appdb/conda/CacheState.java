package dev.jonah.appdb.conda;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer.Scan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What lies in a package cache beside packages. */
final class CacheState {
    private static final int LOCK_BYTES = 40;

    private CacheState() {}

    /** A list of downloads, of which at least one is that of a package that is there. */
    static @Nullable Evidence downloads(List<RawText> lines, Scan scan) {
        Set<String> known = new HashSet<>();
        scan.packages().forEach(found -> {
            if (found.purl().type().equals("conda")) {
                known.add(found.extra().getOrDefault("conda.url", ""));
            }
        });
        ImagePath record = null;
        for (RawText line : lines) {
            if (!line.latin1().matches("(?:https?|file|s3)://[\\x21-\\x7e]+\\.(?:conda|tar\\.bz2)(?:#[0-9a-f]+)?")) {
                return null;
            }
            String url = line.latin1().replaceFirst("#.*", "");
            if (record == null && known.contains(url)) {
                record = record(scan, found -> url.equals(found.extra().get("conda.url")));
            }
        }
        return record == null
                ? null
                : Evidence.of("conda.downloads", "a list of downloaded archives, of packages that are there", record);
    }

    /** Beside a package in its cache rattler keeps a counter of eight bytes and the archive's checksum. */
    static @Nullable Evidence lock(FileEntry file, Content content, Scan scan) throws IOException {
        String path = file.path().toString();
        if (path.endsWith("/.cache.lock") && content.size() == 0) {
            String beside = path.substring(0, path.length() - ".cache.lock".length());
            ImagePath record = record(
                    scan, found -> found.extra().getOrDefault("conda.cache", "").startsWith(beside));
            return record == null ? null : Evidence.of("conda.lock", "the empty lock of a package cache", record);
        }
        if (content.size() != LOCK_BYTES) {
            return null;
        }
        String directory = path.substring(0, path.length() - ".lock".length());
        String hash = HexFormat.of().formatHex(content.head(LOCK_BYTES), LOCK_BYTES - 32, LOCK_BYTES);
        ImagePath record = record(
                scan,
                found -> directory.equals(found.extra().get("conda.cache"))
                        && hash.equals(found.extra().get("conda.sha256")));
        String text = "the lock of a package in the cache, with the recorded checksum of its archive";
        return record == null ? null : Evidence.of("conda.lock", text, record);
    }

    private static @Nullable ImagePath record(Scan scan, Predicate<SoftwarePackage> wanted) {
        return scan.packages().stream()
                .filter(wanted)
                .map(found -> found.foundAt().get(0))
                .findFirst()
                .orElse(null);
    }
}
