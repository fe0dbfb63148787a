package dev.jonah.sysdb.alpine;

import dev.jonah.diagnostic.Limits;
import dev.jonah.ledger.Explainer;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.alpine.format.ApkChecksum;
import dev.jonah.value.Digest;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the packages of one database.
 *
 * @param scan the books
 * @param database the database, or null for those of the image as a whole
 */
record Installed(Explainer.Scan scan, @Nullable Database database) {
    Limits limits() {
        return scan.limits();
    }

    /** The identities of the packages in hexadecimal. */
    Set<String> identities() {
        Set<String> identities = new HashSet<>();
        packages().forEach(p -> {
            String checksum = p.extra().get("apk.checksum");
            Digest identity = checksum == null ? null : ApkChecksum.parse(checksum);
            if (identity != null) {
                identities.add(identity.hex());
            }
        });
        return identities;
    }

    /** Whether there is a package of this architecture. */
    boolean hasArchitecture(String architecture) {
        return packages().anyMatch(p -> architecture.equals(p.architecture()));
    }

    private Stream<SoftwarePackage> packages() {
        return scan.packages().stream()
                .filter(p -> p.purl().type().equals("apk"))
                .filter(p -> database == null || p.foundAt().contains(database.path()));
    }
}
