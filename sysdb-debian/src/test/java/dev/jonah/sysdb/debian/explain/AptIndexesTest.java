package dev.jonah.sysdb.debian.explain;

import static dev.jonah.sysdb.debian.explain.Installations.explained;
import static dev.jonah.sysdb.debian.explain.Installations.gzip;
import static dev.jonah.sysdb.debian.explain.Installations.owning;
import static dev.jonah.sysdb.debian.explain.Installations.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AptIndexesTest extends PlantedFilesContract {
    @Override
    protected Explainer plugin() {
        return new AptIndexes();
    }

    @Override
    FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file(
                        LISTS + "h_debian_dists_x_InRelease",
                        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nSuite: x\nSHA256:\n " + sha256(PACKAGES)
                                + " 12 main/binary-amd64/Packages\n " + sha256(PACKAGES)
                                + " 12 main/i18n/Translation-de_DE\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n")
                .file(LISTS + "h_debian_dists_x_main_binary-amd64_Packages", PACKAGES)
                .file(LISTS + "h_debian_dists_x_main_i18n_Translation-de%5fDE.gz", gzip("Package: a\n\n"))
                .file(LISTS + "h_dists_y_Release", "Codename: y\nSHA256:\n " + sha256(PACKAGES) + " 12 main/Packages\n")
                .file(
                        LISTS + "h_dists_y_Release.gpg",
                        "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n")
                .file(LISTS + "h_dists_y_main_Packages.lz4", bytes("\4\"M\30more"));
    }

    @Override
    List<SoftwarePackage> packages() {
        return List.of(owning("apt"));
    }

    @Override
    List<String> expected() {
        return tree().build().files().map(file -> "TRANSIENT " + file.path()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "h_debian_dists_x_main_binary-amd64_Packages, Package: evil",
        "h_debian_dists_x_main_binary-arm64_Packages, Package: a",
        "h_dists_y_main_Packages.lz4, x",
        "h_dists_y_Release.gpg, x",
        "h_dists_z_Release.gpg, x",
        "h_dists_z_Release, Codename: z",
        "h_dists_z_InRelease, Codename: z",
        "payload, x"
    })
    void otherContentStaysUnexplained(String name, String content) throws IOException {
        assertUnexplained(LISTS + name, content + "\n");
    }

    @Test
    void compressedIndexWithOtherContentStaysUnexplained() throws IOException {
        String path = LISTS + "h_debian_dists_x_main_i18n_Translation-de%5fDE.gz";
        FakeTree tree = tree().file(path, gzip("Package: evil\n")).build();
        assertThat(explained(scan(tree), plugin())).doesNotContain(path);
    }

    private static final String LISTS = "/var/lib/apt/lists/";
    private static final byte[] PACKAGES = bytes("Package: a\n\n");
}
