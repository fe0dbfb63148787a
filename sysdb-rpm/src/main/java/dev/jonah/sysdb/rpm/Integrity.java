package dev.jonah.sysdb.rpm;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.rpm.format.RpmHeaderDigest;
import dev.jonah.sysdb.rpm.format.RpmPackage;
import dev.jonah.sysdb.rpm.format.RpmSignature;
import dev.jonah.sysdb.rpm.signature.SignatureCheck;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether headers still are what was built and signed. What is wrong is a diagnostic and a fact of the package: somebody
 * edited the database.
 *
 * @param database the file that holds the headers
 * @param keys what signatures are checked with
 * @param diagnostics takes what is wrong
 */
record Integrity(ImagePath database, Keys keys, Diagnostics diagnostics) {
    void check(RpmPackage of, SoftwarePackage.Builder to) {
        digests(of, to);
        List<String> changes = of.unsignedChanges();
        if (!changes.isEmpty()) {
            String text = "values were added that hide what is signed: " + String.join(", ", changes);
            to.extra("rpm.header-overrides", String.join(", ", changes));
            diagnostics.warning("rpm.header.override", database, of + ": " + text);
        }
        signatures(of, to);
    }

    private void digests(RpmPackage of, SoftwarePackage.Builder to) {
        for (RpmHeaderDigest digest : of.headerDigests()) {
            if (!digest.isSound()) {
                String text = digest.algorithm().displayName() + " of the header differs from the recorded one";
                to.extra("rpm.header-digest", text);
                diagnostics.warning("rpm.header.digest", database, of + ": " + text + ": the database was edited");
            }
        }
    }

    private void signatures(RpmPackage of, SoftwarePackage.Builder to) {
        List<RpmSignature> signatures = of.signatures();
        byte[] signed = signatures.isEmpty() ? null : of.header().immutable();
        List<String> texts = new ArrayList<>();
        for (RpmSignature signature : signatures) {
            if (signed == null) {
                texts.add("signed, but without the region that the signature is about");
                continue;
            }
            SignatureCheck check = keys.check(signature, signed);
            texts.add(check.toString());
            if (check.outcome() == SignatureCheck.Outcome.BAD) {
                diagnostics.warning("rpm.signature.bad", database, of + ": " + check);
            } else if (check.outcome() == SignatureCheck.Outcome.UNREADABLE) {
                diagnostics.warning("rpm.signature.unreadable", database, of + ": " + check);
            }
        }
        to.extra("rpm.signature", String.join("; ", texts));
    }
}
