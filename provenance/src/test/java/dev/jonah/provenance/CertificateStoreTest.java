package dev.jonah.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateStoreTest extends ExplainerContract {
    private static final String FIRST = "/usr/share/ca-certificates/mozilla/First (1).crt";
    private static final String LOCAL = "/usr/local/share/ca-certificates/second.crt";
    private static final String BUNDLE = "/etc/ssl/certs/ca-certificates.crt";
    private static final String JAVA = "/etc/pki/ca-trust/extracted/java/cacerts";

    @Override
    protected Explainer plugin() {
        return new CertificateStore();
    }

    private static FakeTreeBuilder root() {
        return FakeTree.builder().file(FIRST, Certificates.pem("first"));
    }

    @Override
    protected FakeTree fixture() {
        return root().file(LOCAL, Certificates.pem("second"))
                .file(BUNDLE, Certificates.pem("first") + Certificates.pem("second"))
                .symlink("/etc/ssl/certs/First_=1=.pem", FIRST)
                .symlink("/etc/ssl/certs/ca-cert-second.pem", LOCAL)
                .symlink("/etc/ssl/certs/a8b436b7.0", "First_=1=.pem")
                .symlink("/etc/ssl/certs/de432555.0", "ca-cert-second.pem")
                .symlink("/etc/ssl/cert.pem", "certs/ca-certificates.crt")
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Installed.owning(tree, FIRST);
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(Installed.lines(found))
                .containsExactly(
                        "/etc/ssl/cert.pem DERIVED certificates.link",
                        "/etc/ssl/certs/First_=1=.pem DERIVED certificates.link",
                        "/etc/ssl/certs/a8b436b7.0 DERIVED certificates.link",
                        "/etc/ssl/certs/ca-cert-second.pem DERIVED certificates.link",
                        "/etc/ssl/certs/ca-certificates.crt DERIVED certificates.bundle",
                        "/etc/ssl/certs/de432555.0 DERIVED certificates.link");
    }

    @Test
    void aBundleWithOneMoreCertificateStaysUnexplainedAndItIsNamed() throws IOException {
        ExplainerScan scan = scan(root().file(BUNDLE, Certificates.pem("first") + Certificates.pem("second"))
                .build());

        assertThat(Installed.ruleFor(BUNDLE, plugin(), scan)).isEqualTo("nothing");
        assertThat(scan.diagnostics().all())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("1 of the 2").contains("\"The second Root\""));
    }

    @ParameterizedTest
    @CsvSource({
        "JKS, first, certificates.bundle",
        "PKCS12, first, certificates.bundle",
        "JKS, second, nothing",
        "PKCS12, second, nothing"
    })
    void aStoreOfJavaIsLookedInto(String type, String name, String rule) throws Exception {
        FakeTreeBuilder tree = root().file(JAVA, Certificates.store(type, "changeit", "first", name));

        assertThat(Installed.ruleFor(JAVA, plugin(), tree, FIRST)).isEqualTo(rule);
    }

    @Test
    void whatP11KitDistrustsBelongsIntoNoBundleButTheOneThatTellsOfDistrust() throws IOException {
        String input = "/usr/share/pki/ca-trust-source/ca-bundle.trust.p11-kit";
        String plain = "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem";
        String full = "/etc/pki/ca-trust/extracted/openssl/ca-bundle.trust.crt";
        FakeTreeBuilder tree = FakeTree.builder()
                .file(input, "[p11-kit-object-v1]\nx-distrusted: true\n" + Certificates.pem("first"))
                .file(plain, Certificates.pem("first"))
                .file(full, Certificates.pem("first"));

        assertThat(Installed.ruleFor(plain, plugin(), tree, input)).isEqualTo("nothing");
        assertThat(Installed.ruleFor(full, plugin(), tree, input)).isEqualTo("certificates.bundle");
    }

    @Test
    void aBundleWithOtherTextStaysUnexplained() throws IOException {
        FakeTreeBuilder tree = root().file(BUNDLE, Certificates.pem("first") + "rm -rf /\n");

        assertThat(Installed.ruleFor(BUNDLE, plugin(), tree, FIRST)).isEqualTo("nothing");
    }

    @Test
    void aModifiedCertificateIsNoInput() throws IOException {
        ExplainerScan scan =
                scan(root().file(BUNDLE, Certificates.pem("first")).build()).withVerdict(FIRST, Verdict.MODIFIED);

        assertThat(Installed.ruleFor(BUNDLE, plugin(), scan)).isEqualTo("nothing");
    }

    @Test
    void anExecutableBundleStaysUnexplained() throws IOException {
        FakeTreeBuilder tree = root().file(BUNDLE, Certificates.pem("first")).mode(BUNDLE, 0755);

        assertThat(Installed.ruleFor(BUNDLE, plugin(), tree, FIRST)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/ssl/certs/00000000.0, /usr/share/ca-certificates/mozilla/First (1).crt",
        "/etc/ssl/certs/other.pem,  /usr/share/ca-certificates/mozilla/First (1).crt",
        "/etc/ssl/certs/evil.pem,   /tmp/evil.pem",
        "/etc/ssl/certs/a88e4781.0, /tmp/evil.pem",
        "/etc/ssl/certs/ca-certificates.crt, /tmp/evil.pem"
    })
    void aLinkWithAnotherNameOrTargetStaysUnexplained(String link, String target) throws IOException {
        FakeTreeBuilder tree =
                root().file("/tmp/evil.pem", Certificates.pem("second")).symlink(link, target);

        assertThat(Installed.ruleFor(link, plugin(), tree, FIRST)).isEqualTo("nothing");
    }
}
