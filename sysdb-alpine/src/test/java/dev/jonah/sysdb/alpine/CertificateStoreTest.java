package dev.jonah.sysdb.alpine;

import static dev.jonah.sysdb.alpine.Installations.explained;
import static dev.jonah.sysdb.alpine.Installations.owning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateStoreTest extends ExplainerContract {
    private static final String A = "/usr/share/ca-certificates/mozilla/A (1).crt";

    @Override
    protected Explainer plugin() {
        return new CertificateStore();
    }

    @Override
    protected FakeTree fixture() {
        return root().file("/etc/ssl/certs/ca-certificates.crt", pem("a") + pem("local"))
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Scans.explainer(tree).withPackage(owning("ca-certificates", A));
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path() + " " + e.evidence().rule())
                .containsExactly(
                        "/etc/ssl/certs/0a775a30.0 apk.ca-link",
                        "/etc/ssl/certs/ca-cert-A_=1=.pem apk.ca-link",
                        "/etc/ssl/certs/ca-certificates.crt apk.ca-bundle");
    }

    @Test
    void bundleWithAnExtraCertificateStaysUnexplainedAndIsReported() throws IOException {
        FakeTree tree = root().file("/etc/ssl/certs/ca-certificates.crt", pem("a") + pem("evil"))
                .build();
        ExplainerScan scan = scan(tree);
        assertThat(explained(scan, plugin())).doesNotContain("/etc/ssl/certs/ca-certificates.crt");
        assertThat(scan.diagnostics().codes()).containsExactly("apk.ca-bundle.extra");
    }

    @Test
    void bundleWithOtherTextStaysUnexplained() throws IOException {
        FakeTree tree = root().file("/etc/ssl/certs/ca-certificates.crt", pem("a") + "rm -rf /\n")
                .build();
        assertThat(explained(scan(tree), plugin())).doesNotContain("/etc/ssl/certs/ca-certificates.crt");
    }

    @Test
    void modifiedCertificateIsNoInput() throws IOException {
        FakeTree tree =
                root().file("/etc/ssl/certs/ca-certificates.crt", pem("a")).build();
        assertThat(explained(scan(tree).withVerdict(A, Verdict.MODIFIED), plugin()))
                .isEmpty();
    }

    @Test
    void linkWithAnotherNameOrTargetStaysUnexplained() throws IOException {
        FakeTree tree = root().symlink("/etc/ssl/certs/other.pem", A)
                .file("/tmp/evil.crt", pem("evil"))
                .symlink("/etc/ssl/certs/ca-cert-evil.pem", "/tmp/evil.crt")
                .build();
        assertThat(explained(scan(tree), plugin()))
                .doesNotContain("/etc/ssl/certs/other.pem", "/etc/ssl/certs/ca-cert-evil.pem");
    }

    private static FakeTreeBuilder root() {
        return FakeTree.builder()
                .file(A, pem("a"))
                .file("/usr/local/share/ca-certificates/mine.crt", pem("local"))
                .symlink("/etc/ssl/certs/ca-cert-A_=1=.pem", A)
                .symlink("/etc/ssl/certs/0a775a30.0", "ca-cert-A_=1=.pem");
    }

    /** Not a real certificate, but a SEQUENCE as every one is. */
    private static String pem(String name) {
        byte[] der = ("0" + name).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }
}
