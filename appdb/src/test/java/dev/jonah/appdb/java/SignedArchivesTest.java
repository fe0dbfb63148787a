package dev.jonah.appdb.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.CollectedDiagnostics;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedArchivesTest {
    @Test
    void anArchiveInAnotherIsCheckedAndItsSignerIsTold() throws IOException {
        PackagesScan scan =
                scan(Zips.zip().bytes("lib/signed-1.0.jar", Zips.signed()).bytes());
        SoftwarePackage signed = scan.parse(new JavaArchiveParser()).get(0);
        assertThat(signed.extra())
                .containsEntry("java.path", "/app.jar!/lib/signed-1.0.jar")
                .containsEntry("java.signature", "valid")
                .containsEntry("java.signature.signer", "CN=Example,O=Tests,EMAILADDRESS=me@example.org")
                .containsEntry("java.signature.issuer", "CN=Example,O=Tests,EMAILADDRESS=me@example.org")
                .containsEntry("java.signature.valid", "2024-01-01T00:00:00Z/2123-12-08T00:00:00Z")
                .containsEntry("java.signature.algorithm", "SHA256withECDSA")
                .containsEntry("java.signature.time-authority", "CN=clock")
                .hasEntrySatisfying(
                        "java.signature.time", time -> assertThat(time).startsWith("2026-11-24T"))
                .hasEntrySatisfying(
                        "java.signature.certificate", text -> assertThat(text).matches("sha256:[0-9a-f]{64}"));
        assertThat(scan.diagnostics().codes()).isEmpty();
    }

    @Test
    void aChangedOneIsReported() throws IOException {
        byte[] bytes = Zips.unpack(Zips.signed()).text("a/A.class", "evil").bytes();
        PackagesScan scan = scan(bytes);
        assertThat(scan.parse(new JavaArchiveParser()).get(0).extra())
                .containsEntry("java.signature", "broken")
                .containsEntry("java.signature.changed", "a/A.class");
        assertThat(scan.diagnostics().codes()).containsExactly("java.signature.broken");
    }

    @Test
    void entriesThatWereAddedAreNamed() throws IOException {
        byte[] bytes = Zips.unpack(Zips.signed()).text("a/Evil.class", "evil").bytes();
        PackagesScan scan = scan(bytes);
        assertThat(scan.parse(new JavaArchiveParser()).get(0).extra())
                .containsEntry("java.signature", "incomplete")
                .containsEntry("java.signature.unsigned", "a/Evil.class");
        assertThat(scan.diagnostics().codes()).containsExactly("java.signature.incomplete");
    }

    @Test
    void oneThatNobodyClaimsIsIdentifiedWithItsSigner() throws IOException {
        assertThat(explanations(Zips.signed()))
                .containsExactly(
                        "its name and the coordinates in it agree: org.example:signed:1.0; all of it is signed by"
                                + " CN=Example,O=Tests,EMAILADDRESS=me@example.org");
    }

    @Test
    void oneThatWasChangedSinceItWasSignedIsNotIdentified() throws IOException {
        assertThat(explanations(
                        Zips.unpack(Zips.signed()).text("a/A.class", "x").bytes()))
                .isEmpty();
    }

    private static List<String> explanations(byte[] archive) throws IOException {
        FakeTree tree = FakeTree.builder().file("/opt/signed-1.0.jar", archive).build();
        List<SoftwarePackage> packages = Scans.packages(tree).parse(new JavaArchiveParser());
        return new ExplainerScan(tree, packages, Map.of(), Limits.defaults(), new CollectedDiagnostics())
                .explain(new NamedArchives()).stream()
                        .map(explanation -> explanation.evidence().text())
                        .toList();
    }

    private static PackagesScan scan(byte[] archive) {
        return Scans.packages(FakeTree.builder().file("/app.jar", archive).build());
    }
}
