package dev.jonah.sysdb.alpine;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Installed packages, and what an explainer says of them. */
final class Installations {
    static final String IDENTITY = "Q1AAECAwQFBgcICQoLDA0ODxAREhM=";

    private Installations() {}

    /** A package of architecture x86_64 that owns these paths. */
    static SoftwarePackage owning(String name, String... paths) {
        SoftwarePackage.Builder builder = builder(name);
        for (String path : paths) {
            builder.file(PackageFile.at(ImagePath.of(path), "apk.checksum").build());
        }
        return builder.build();
    }

    /** A package that ships this content. */
    static SoftwarePackage shipping(String name, String path, String content) {
        Digest digest = Digest.compute(Digest.Algorithm.SHA1, content.getBytes(StandardCharsets.UTF_8));
        return builder(name)
                .file(PackageFile.at(ImagePath.of(path), "apk.checksum")
                        .digest(digest)
                        .build())
                .build();
    }

    static List<String> explained(ExplainerScan scan, Explainer explainer) throws IOException {
        return scan.explain(explainer).stream()
                .map(Explanation::path)
                .map(ImagePath::toString)
                .toList();
    }

    private static SoftwarePackage.Builder builder(String name) {
        Purl purl = Purl.of("apk", name).namespace("alpine").version("1").build();
        return SoftwarePackage.of(purl, SoftwarePackage.Kind.SYSTEM, ImagePath.of("/lib/apk/db/installed"))
                .architecture("x86_64")
                .source("busybox-extras".equals(name) ? "busybox" : name, "1")
                .extra("apk.checksum", IDENTITY);
    }
}
