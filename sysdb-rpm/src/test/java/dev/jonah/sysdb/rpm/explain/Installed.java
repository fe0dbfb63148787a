package dev.jonah.sysdb.rpm.explain;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.packages.MissingClass;
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
final class Installed {
    private Installed() {}

    /** A package in /var/lib/rpm/Packages that owns these paths. */
    static SoftwarePackage owning(String... paths) {
        SoftwarePackage.Builder builder = builder();
        for (String path : paths) {
            builder.file(PackageFile.at(ImagePath.of(path), "rpm.file").build());
        }
        return builder.build();
    }

    /** A package that ships this content as configuration. */
    static SoftwarePackage configuring(String path, String content) {
        Digest digest = Digest.compute(Digest.Algorithm.SHA256, content.getBytes(StandardCharsets.UTF_8));
        return builder()
                .file(PackageFile.at(ImagePath.of(path), "rpm.file")
                        .digest(digest)
                        .mode(0644)
                        .ifMissing(MissingClass.CONFIG_REMOVED)
                        .build())
                .build();
    }

    static List<String> explained(ExplainerScan scan, Explainer explainer) throws IOException {
        return scan.explain(explainer).stream()
                .map(Explanation::path)
                .map(ImagePath::toString)
                .toList();
    }

    private static SoftwarePackage.Builder builder() {
        Purl purl = Purl.of("rpm", "x").namespace("fedora").version("1-1").build();
        return SoftwarePackage.of(purl, SoftwarePackage.Kind.SYSTEM, ImagePath.of("/var/lib/rpm/Packages"));
    }
}
