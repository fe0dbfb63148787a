package dev.jonah.sysdb.alpine.format;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/**
 * Tells whether a file is an index or a package of apk: for apk 2 gzip members that together are a tar archive with
 * certain entries, for apk 3 a container that begins with {@code ADB} (apk-v2(5), apk-v3(5)).
 */
public final class ApkArchiveReader {
    private ApkArchiveReader() {}

    /** Whether {@code in} is an index of packages: {@code APKINDEX}, its description and signatures, and nothing else. */
    public static boolean isIndex(InputStream in, Limits limits) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        return isGzip(buffered) ? hasEntry(buffered, "APKINDEX", true, limits) : isContainer(buffered, "indx");
    }

    /** Whether {@code in} is a package: its {@code .PKGINFO} follows signatures only. */
    public static boolean isPackage(InputStream in, Limits limits) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        return isGzip(buffered) ? hasEntry(buffered, ".PKGINFO", false, limits) : isContainer(buffered, "pckg");
    }

    private static boolean hasEntry(InputStream in, String wanted, boolean nothingElse, Limits limits)
            throws LimitExceededException {
        try {
            BoundedTar tar = new BoundedTar(new GZIPInputStream(in), limits);
            boolean found = false;
            TarArchiveEntry entry;
            while ((entry = tar.next()) != null) {
                String name = entry.getName();
                if (name.equals(wanted) && entry.isFile()) {
                    found = true;
                    if (!nothingElse) {
                        return true;
                    }
                } else if (!name.startsWith(".SIGN.") && !(nothingElse && name.equals("DESCRIPTION"))) {
                    return false;
                }
            }
            return found;
        } catch (LimitExceededException e) {
            throw e;
        } catch (IOException e) {
            // What breaks off or is no tar archive is neither.
            return false;
        }
    }

    /** Whether it is a container with this schema. What is compressed by zstd cannot be looked into and is none. */
    private static boolean isContainer(BufferedInputStream in, String schema) throws IOException {
        String head = head(in);
        if (head.equals("ADBd")) {
            in.skipNBytes(4);
            try {
                return head(new BufferedInputStream(new InflaterInputStream(in, new Inflater(true))), schema);
            } catch (IOException e) {
                return false;
            }
        }
        return head.equals("ADB.") && head(in, schema);
    }

    private static boolean head(InputStream in, String schema) throws IOException {
        return new String(in.readNBytes(8), StandardCharsets.ISO_8859_1).equals("ADB." + schema);
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        return head(in).startsWith("\u001f\u008b");
    }

    private static String head(BufferedInputStream in) throws IOException {
        in.mark(4);
        String head = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
        in.reset();
        return head;
    }
}
