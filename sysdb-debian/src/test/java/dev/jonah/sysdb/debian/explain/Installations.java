package dev.jonah.sysdb.debian.explain;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Installed packages, and what an explainer says of them. */
final class Installations {
    static final String STATUS = "/var/lib/dpkg/status";

    private Installations() {}

    /** A package of architecture amd64 that owns these paths. */
    static SoftwarePackage owning(String name, String... paths) {
        SoftwarePackage.Builder builder = builder(name);
        for (String path : paths) {
            builder.file(PackageFile.at(ImagePath.of(path), "dpkg.md5sums").build());
        }
        return builder.build();
    }

    /** A package that ships this content. */
    static SoftwarePackage shipping(String name, String path, String content) {
        Digest digest = Digest.compute(Digest.Algorithm.MD5, content.getBytes(StandardCharsets.UTF_8));
        return builder(name)
                .file(PackageFile.at(ImagePath.of(path), "dpkg.conffile")
                        .digest(digest)
                        .build())
                .build();
    }

    /** A package that ships this content as configuration. */
    static SoftwarePackage configuring(String name, String path, String content) {
        Digest digest = Digest.compute(Digest.Algorithm.MD5, content.getBytes(StandardCharsets.UTF_8));
        return builder(name)
                .file(PackageFile.at(ImagePath.of(path), "dpkg.conffile")
                        .digest(digest)
                        .ifDifferent(PackageFile.Difference.CONFIG_EDITED)
                        .build())
                .build();
    }

    static List<String> explained(ExplainerScan scan, Explainer explainer) throws IOException {
        return scan.explain(explainer).stream()
                .map(Explanation::path)
                .map(ImagePath::toString)
                .toList();
    }

    static String md5(String content) {
        return Digest.compute(Digest.Algorithm.MD5, content.getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    static String sha256(byte[] content) {
        return Digest.compute(Digest.Algorithm.SHA256, content).hex();
    }

    static byte[] gzip(String latin1) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(latin1.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static SoftwarePackage.Builder builder(String name) {
        Purl purl = Purl.of("deb", name).namespace("debian").version("1").build();
        return SoftwarePackage.of(purl, SoftwarePackage.Kind.SYSTEM, ImagePath.of(STATUS))
                .architecture("amd64");
    }
}
