package dev.jonah.sysdb.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.TrustedKey;
import dev.jonah.testkit.CollectedDiagnostics;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With headers that rpm signed; signature/README.md in the resources says how. */
class SignaturesTest {
    private static final String PLACE = "/var/lib/rpm/Packages.db";
    private static final String ID = "78daaa9e7f3993df";

    private final CollectedDiagnostics diagnostics = new CollectedDiagnostics();
    private final List<TrustedKey> trusted = new ArrayList<>();
    private final List<RawText> given = new ArrayList<>();

    private static byte[] resource(String name) throws IOException {
        try (var in = SignaturesTest.class.getResourceAsStream("signature/" + name)) {
            return in.readAllBytes();
        }
    }

    private static FakeTreeBuilder database(byte[]... headers) {
        return FakeTree.builder().file(PLACE, Ndb.of(headers));
    }

    private record Scan(
            FileTree tree,
            Diagnostics diagnostics,
            List<TrustedKey> trusted,
            List<RawText> publicKeys,
            boolean wantsFiles)
            implements PackageScan {
        @Override
        public @Nullable Distro distro() {
            return null;
        }

        @Override
        public Limits limits() {
            return Limits.defaults();
        }

        @Override
        public void trusts(TrustedKey key) {
            trusted.add(key);
        }
    }

    private List<SoftwarePackage> read(FakeTreeBuilder tree, boolean wantsFiles) throws IOException {
        List<SoftwarePackage> found = new ArrayList<>();
        new RpmPackages().read(new Scan(tree.build(), diagnostics, trusted, given, wantsFiles), found::add);
        return found;
    }

    private String signature(FakeTreeBuilder tree) throws IOException {
        return read(tree, true).get(0).extra().get("rpm.signature");
    }

    @Test
    void importedKeyIsTrustedAndNoPackage() throws IOException {
        List<SoftwarePackage> found = read(database(resource("rsa-key.header")), true);
        assertThat(found).isEmpty();
        assertThat(trusted)
                .extracting(key -> key.id() + " " + key.names() + " " + key.foundAt())
                .containsExactly(ID + " [Jonah rsa2048 <t@example.com>] " + PLACE);
        assertThat(trusted.get(0).fingerprint()).isEqualTo("c14ff1cee5902ab6df9c04ae78daaa9e7f3993df");
    }

    @Test
    void signatureByAnImportedKeyIsValid() throws IOException {
        // The key comes after the package, as it may.
        assertThat(signature(database(resource("rsa-signed.header"), resource("rsa-key.header"))))
                .startsWith("RSA/SHA-512, key " + ID)
                .contains(", valid, key known: gpg-pubkey-7f3993df-")
                .endsWith(" in " + PLACE);
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void keyThatMerelyLiesInTheImageIsNamedAndNotTrusted() throws IOException {
        FakeTreeBuilder tree =
                database(resource("eddsa-signed.header")).file("/etc/pki/rpm-gpg/KEY", resource("eddsa.asc"));
        assertThat(signature(tree)).endsWith("valid, key known: /etc/pki/rpm-gpg/KEY, which was not imported");
        assertThat(trusted).isEmpty();
    }

    @Test
    void keyFilesOfRpmAreTrusted() throws IOException {
        FakeTreeBuilder tree =
                database(resource("dsa-signed.header")).file("/var/lib/rpm/pubkeys/a.key", resource("dsa.asc"));
        assertThat(signature(tree)).endsWith("valid, key known: /var/lib/rpm/pubkeys/a.key");
        assertThat(trusted).extracting(TrustedKey::id).containsExactly("0faa2024f1e4613c");
    }

    @Test
    void keyOfTheCallerIsUsed() throws IOException {
        given.add(RawText.of(resource("rsa.asc")));
        assertThat(signature(database(resource("rsa-signed.header"))))
                .endsWith("valid, key known: given by the caller");
    }

    @Test
    void absentKeyIsNoAlarm() throws IOException {
        assertThat(signature(database(resource("rsa-signed.header"))))
                .endsWith(ID + ", made 2026-11-24T11:00:00Z, key unknown: it is not in the image");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void editedHeaderHasABadSignature() throws IOException {
        byte[] header = resource("rsa-signed.header");
        header[new String(header, StandardCharsets.ISO_8859_1).indexOf("Apache-2.0")] = 'B';
        assertThat(signature(database(header, resource("rsa-key.header")))).endsWith(", BAD");
        assertThat(diagnostics.codes()).contains("rpm.signature.bad", "rpm.header.digest");
    }

    @Test
    void fileThatIsNoKeyIsReported() throws IOException {
        signature(database(resource("rsa-signed.header")).file("/etc/pki/rpm-gpg/KEY", "no key"));
        assertThat(diagnostics.codes()).containsExactly("rpm.key.unreadable");
    }

    @Test
    void nothingIsCheckedForWhoeverCountsPackages() throws IOException {
        FakeTreeBuilder tree = database(resource("rsa-signed.header"), resource("rsa-key.header"));
        assertThat(read(tree, false).get(0).extra()).doesNotContainKey("rpm.signature");
    }
}
