package dev.jonah.appdb.dotnet;

import dev.jonah.appdb.java.zip.DamagedZipException;
import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.appdb.java.zip.ZipCursor;
import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.appdb.java.zip.ZipEntryStream;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims what NuGet unpacked of an archive: all of it but the parts that only the container format wants. */
final class ArchiveClaims {
    private final ImagePath folder;
    private final ImagePath manifest;
    private final ImagePath archive;
    private final boolean genuine;
    private final PackageScan scan;
    private long unpacked;

    /** {@code genuine} tells whether the archive is what NuGet unpacked, so that files may be compared with it. */
    ArchiveClaims(ImagePath folder, ImagePath manifest, ImagePath archive, boolean genuine, PackageScan scan) {
        this.folder = folder;
        this.manifest = manifest;
        this.archive = archive;
        this.genuine = genuine;
        this.scan = scan;
    }

    void add(Content content, Map<ImagePath, PackageFile> claims) throws IOException {
        try (SeekableByteChannel channel = content.openChannel()) {
            ZipArchive zip = ZipArchive.in(channel);
            ZipCursor entries = zip.entries();
            for (ZipEntryHead entry; (entry = entries.next()) != null; ) {
                ImagePath path = place(entry);
                if (path != null
                        && !(claims.containsKey(path) && claims.get(path).digest() != null)) {
                    claims.put(path, claim(path, entry, zip));
                }
            }
        } catch (DamagedZipException e) {
            String message = archive + " was read only in part: " + e.getMessage();
            scan.diagnostics().warning("nuget.archive", archive, message);
        }
    }

    private PackageFile claim(ImagePath path, ZipEntryHead entry, ZipArchive zip) throws IOException {
        Digest digest = genuine ? digest(entry, zip) : null;
        // Documentation for editors is left out where NUGET_XMLDOC_MODE says so, as in the images of the SDK.
        String name = entry.name().latin1().toLowerCase(Locale.ROOT);
        boolean documentation = name.endsWith(".xml") && (name.startsWith("lib/") || name.startsWith("ref/"));
        PackageFile.Builder claim = PackageFile.at(path, digest == null ? "nuget.folder" : "nuget.unpacked")
                .ifMissing(documentation ? MissingClass.EXCLUDED_DOC : MissingClass.UNEXPLAINED)
                .source(archive);
        return digest == null
                ? claim.build()
                : claim.type(EntryType.FILE).size(entry.size()).digest(digest).build();
    }

    /** Of the content; null if it cannot be had, or so much was unpacked that it must do. */
    private @Nullable Digest digest(ZipEntryHead entry, ZipArchive zip) throws IOException {
        unpacked += Math.max(0, entry.size());
        if (entry.isEncrypted() || unpacked > scan.limits().get(Limits.Name.PARSER_BYTES)) {
            scan.diagnostics().warning("nuget.archive.limit", archive, "not all of " + archive + " could be compared");
            return null;
        }
        MessageDigest digest = Digest.Algorithm.SHA256.newMessageDigest();
        try (ZipEntryStream in = zip.open(entry)) {
            byte[] buffer = new byte[16 * 1024];
            for (int n; (n = in.read(buffer, 0, buffer.length)) > 0; ) {
                digest.update(buffer, 0, n);
            }
            return in.damage() == null ? Digest.of(Digest.Algorithm.SHA256, digest.digest()) : null;
        }
    }

    /** Where an entry is unpacked to; null if it is not. Names are percent-encoded, as in addresses. */
    private @Nullable ImagePath place(ZipEntryHead entry) {
        String name = entry.name().latin1();
        String first = name.substring(0, Math.max(0, name.indexOf('/')));
        if (entry.isDirectory()
                || entry.escapes()
                || name.equals("[Content_Types].xml")
                || first.equals("_rels")
                || first.equals("package")
                || name.endsWith(".psmdcp")) {
            return null;
        }
        if (first.isEmpty() && name.toLowerCase(Locale.ROOT).endsWith(".nuspec")) {
            return manifest;
        }
        ImagePath path = folder.resolve(decoded(name));
        return path.startsWith(folder) && !path.equals(folder) && !path.equals(archive) ? path : null;
    }

    private static RawText decoded(String name) {
        if (name.indexOf('%') < 0) {
            return RawText.ofLatin1(name);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            int high = name.charAt(i) == '%' && i + 2 < name.length() ? Character.digit(name.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(name.charAt(i + 2), 16);
            if (low < 0) {
                out.append(name.charAt(i));
            } else {
                out.append((char) (high << 4 | low));
                i += 2;
            }
        }
        return RawText.of(out.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
