package dev.jonah.appdb.python;

import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.appdb.java.zip.ZipEntryStream;
import dev.jonah.appdb.python.format.MetadataField;
import dev.jonah.appdb.python.format.MetadataReader;
import dev.jonah.appdb.python.format.RecordReader;
import dev.jonah.appdb.python.format.RecordRow;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a wheel or egg holds, held against its name and its own list. */
final class WheelContent {
    private static final int PIECE = 1 << 14;
    private static final int MOST_FIELDS = 1000;
    /** What may be unpacked of it for each byte it has, beside what a parser may read; modules pack to a quarter. */
    private static final int RATIO = 4;

    private final ZippedEntries entries;
    private final Limits limits;
    private long left;

    WheelContent(ZippedEntries entries, long size, Limits limits) {
        this.entries = entries;
        this.limits = limits;
        this.left = limits.get(Limits.Name.PARSER_BYTES) + RATIO * Math.min(size, Long.MAX_VALUE / (2 * RATIO));
    }

    /** Name and version, {@code wheel 0.45.1}, if name, metadata and list of checksums agree; else null. */
    @Nullable
    String agreeingWith(WheelName name) throws IOException {
        String directory = name.isWheel() ? metadataDirectory() : "EGG-INFO/";
        ZipEntryHead metadata =
                directory == null ? null : entries.find(directory + (name.isWheel() ? "METADATA" : "PKG-INFO"));
        if (directory == null || metadata == null || !take(metadata)) {
            return null;
        }
        String distribution = null;
        String version = null;
        try (MetadataReader reader = new MetadataReader(entries.open(metadata), limits)) {
            MetadataField field;
            for (int count = 0; count < MOST_FIELDS && (field = reader.read()) != null; count++) {
                if (field.is("Name")) {
                    distribution = field.value();
                } else if (field.is("Version")) {
                    version = field.value();
                }
            }
        }
        boolean agree = name.fits(distribution, version) && (!name.isWheel() || isAsListed(directory));
        return agree ? distribution + " " + version : null;
    }

    /** The one directory at the top whose name tells it; null if there are none or several. */
    private @Nullable String metadataDirectory() {
        String found = null;
        for (RawText name : entries.files().keySet()) {
            int slash = name.latin1().indexOf('/');
            String top = name.latin1().substring(0, slash + 1);
            if (top.endsWith(".dist-info/") && !top.equals(found)) {
                if (found != null) {
                    return null;
                }
                found = top;
            }
        }
        return found;
    }

    private boolean isAsListed(String directory) throws IOException {
        ZipEntryHead list = entries.find(directory + "RECORD");
        if (list == null || !take(list)) {
            return false;
        }
        Set<RawText> seen = new HashSet<>();
        try (RecordReader reader = new RecordReader(entries.open(list), limits)) {
            RecordRow row;
            while ((row = reader.read()) != null) {
                ZipEntryHead entry = entries.files().get(row.path());
                Digest digest = row.digest();
                if (entry != null
                        && digest != null
                        && take(entry)
                        && digest.equals(digest(entry, digest.algorithm()))) {
                    seen.add(row.path());
                } else if (!isUnlisted(row.path(), directory)) {
                    return false;
                }
            }
        }
        for (Map.Entry<RawText, ZipEntryHead> each : entries.files().entrySet()) {
            if (!seen.contains(each.getKey()) && !isUnlisted(each.getKey(), directory)) {
                return false;
            }
        }
        return true;
    }

    /** The list cannot hold its own checksum, nor that of its signatures. */
    private static boolean isUnlisted(RawText path, String directory) {
        return Set.of(directory + "RECORD", directory + "RECORD.jws", directory + "RECORD.p7s")
                .contains(path.latin1());
    }

    private @Nullable Digest digest(ZipEntryHead entry, Digest.Algorithm algorithm) throws IOException {
        MessageDigest digest = algorithm.newMessageDigest();
        try (ZipEntryStream in = entries.open(entry)) {
            byte[] piece = new byte[PIECE];
            int n;
            while ((n = in.read(piece)) >= 0) {
                digest.update(piece, 0, n);
            }
            return in.damage() == null ? Digest.of(algorithm, digest.digest()) : null;
        }
    }

    /** Whether this much may still be unpacked. */
    private boolean take(ZipEntryHead entry) {
        if (entry.size() < 0 || entry.size() > left) {
            return false;
        }
        left -= entry.size();
        return true;
    }
}
