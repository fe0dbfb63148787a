package dev.jonah.provenance.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.Verdict;
import dev.jonah.provenance.signals.format.SampleSecrets;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.Scans;
import dev.jonah.testkit.SignalFinderContract;
import dev.jonah.testkit.SignalScan;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretFinderTest extends SignalFinderContract {
    @Override
    protected SignalFinder plugin() {
        return new SecretFinder();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/.env", "PORT=80\nDB_PASSWORD=hunter2hunter2\n")
                .file("/app/ci.yml", "token: " + SampleSecrets.github() + "\n")
                .file("/app/keys.jks", SampleSecrets.javaKeyStore(1))
                .file("/app/session.txt", SampleSecrets.jsonWebToken())
                .file("/app/test/id", SampleSecrets.privateKey("RSA "))
                .file("/root/.ssh/id_rsa", SampleSecrets.privateKey("OPENSSH "))
                .build();
    }

    @Override
    protected List<String> expected() {
        return List.of(
                "/app/.env stored-password",
                "/app/ci.yml access-token",
                "/app/keys.jks key-store",
                "/app/session.txt json-web-token",
                "/app/test/id sample-secret",
                "/root/.ssh/id_rsa private-key");
    }

    @Test
    void theSecretItselfIsNeverTold() throws IOException {
        assertThat(scan(fixture()).find(plugin()))
                .extracting(SignalScan.Found::detail)
                .containsExactly(
                        "secret in a file of environment variables, line 2",
                        "personal access token of GitHub, line 1",
                        "store with a private key",
                        "JSON web token, line 1",
                        "private key, line 1",
                        "private key, line 1");
    }

    @Test
    void deletedFilesAreLookedAt() throws IOException {
        FakeTree lower = FakeTree.builder()
                .file("/root/key.pem", SampleSecrets.privateKey(""))
                .build();
        assertThat(Scans.signals(FakeTree.empty()).withHidden(lower).find(plugin()))
                .extracting(SignalScan.Found::toString)
                .containsExactly("/root/key.pem private-key");
    }

    @Test
    void whatHoldsNoSecretIsNone() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/app/.env.example", "DB_PASSWORD=hunter2hunter2\n")
                .file("/app/.env", "DB_PASSWORD=${SECRET}\nTOKEN=\nAPI_KEY=your_key_here\n")
                .file("/app/cacerts", SampleSecrets.javaKeyStore(2))
                .file("/app/cert.pem", SampleSecrets.privateKey("RSA ").replace("PRIVATE KEY", "CERTIFICATE"))
                .file("/app/copied", SampleSecrets.privateKey(""))
                .build();
        assertThat(Scans.signals(tree).withVerdict("/app/copied", Verdict.COPY).find(plugin()))
                .isEmpty();
    }

    @Test
    void secretsOfPackagesAreTheirs() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/usr/lib/x.pem", SampleSecrets.privateKey(""))
                .build();
        assertThat(Scans.signals(tree)
                        .withVerdict("/usr/lib/x.pem", Verdict.VERIFIED)
                        .find(plugin()))
                .isEmpty();
    }
}
