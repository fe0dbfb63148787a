package dev.jonah.core.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.jonah.Jonah;
import dev.jonah.TestImages;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileTree;
import dev.jonah.image.Image;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.result.ScanResult;
import dev.jonah.testkit.LayerBuilder;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Why something is missing is told with its rule and its source. */
class MissingEvidenceTest {
    private static final String RUN = "RUN rm -rf /usr/share/doc";

    @Test
    void theReasonOfThePackageIsEvidence() throws IOException {
        ScanResult result = scan(
                p -> p.ifMissing(MissingClass.EXCLUDED_DOC)
                        .note("path-exclude=/usr/share/doc/*")
                        .source(ImagePath.of("/etc/dpkg/dpkg.cfg.d/docker")),
                l -> l.file("/etc/dpkg/dpkg.cfg.d/docker", "path-exclude=/usr/share/doc/*\n"));
        assertThat(result.missing().get(0).evidence())
                .extracting(e -> e.rule(), e -> e.text(), e -> e.inputs().get(0).toString())
                .containsExactly(tuple("test.list", "path-exclude=/usr/share/doc/*", "/etc/dpkg/dpkg.cfg.d/docker"));
    }

    @Test
    void theLayerThatDeletedItAndItsCommandAreEvidence() throws IOException {
        ScanResult result = scan(
                p -> p,
                l -> l.file("/usr/share/doc/x", "x"),
                l -> l.createdBy(RUN).whiteout("/usr/share/doc"));
        assertThat(result.missing().get(0).reason()).isEqualTo(MissingClass.DELETED_IN_LAYER);
        assertThat(result.missing().get(0).evidence())
                .extracting(e -> e.rule(), e -> e.text(), e -> e.inputs().get(0).toString())
                .containsExactly(tuple("layer.deleted", "deleted by layer 1 «" + RUN + "»", "/db"));
    }

    @Test
    void aReasonAndALayerAreBothTold() throws IOException {
        ScanResult result = scan(
                p -> p.ifMissing(MissingClass.CONFIG_REMOVED).note("conffile"),
                l -> l.file("/usr/share/doc/x", "x"),
                l -> l.whiteout("/usr/share/doc/x"));
        assertThat(result.missing().get(0).reason()).isEqualTo(MissingClass.CONFIG_REMOVED);
        assertThat(result.missing().get(0).evidence())
                .extracting(e -> e.rule())
                .containsExactly("test.list", "layer.deleted");
    }

    @Test
    void aDirectoryInThePlaceOfAFileIsTold() throws IOException {
        ScanResult result = scan(
                p -> p.type(EntryType.FILE),
                l -> l.file("/usr/share/doc/x", "x"),
                l -> l.createdBy("").whiteout("/usr/share/doc/x"),
                l -> l.file("/usr/share/doc/x/planted", "y"));
        assertThat(result.missing().get(0).evidence().get(0).text())
                .startsWith("deleted by layer 1")
                .endsWith("; a directory is in its place now");
        assertThat(result.files())
                .filteredOn(file -> file.entry().path().toString().endsWith("planted"))
                .extracting(file -> file.verdict())
                .containsExactly(Verdict.UNEXPLAINED);
    }

    @Test
    void whatNeverWasThereHasEvidenceToo() throws IOException {
        ScanResult result = scan(p -> p, l -> l.file("/other", ""));
        assertThat(result.missing().get(0).evidence())
                .extracting(e -> e.text())
                .containsExactly("promised, and in no layer");
    }

    @SafeVarargs
    private static ScanResult scan(UnaryOperator<PackageFile.Builder> promise, UnaryOperator<LayerBuilder>... layers)
            throws IOException {
        try (Image image = TestImages.open(layers)) {
            ScanResult result =
                    Jonah.builder().add(new OnePromise(promise)).build().scan(image);
            assertThat(result.missing()).hasSize(1);
            return result;
        }
    }

    private record OnePromise(UnaryOperator<PackageFile.Builder> promise) implements PackageDatabase {
        @Override
        public String id() {
            return "test.promise";
        }

        @Override
        public boolean presentIn(FileTree tree) {
            return true;
        }

        @Override
        public void read(PackageScan scan, Consumer<SoftwarePackage> out) {
            PackageFile.Builder file = PackageFile.at(ImagePath.of("/usr/share/doc/x"), "test.list");
            out.accept(SoftwarePackage.of(
                            Purl.of("generic", "tool").build(), SoftwarePackage.Kind.SYSTEM, ImagePath.of("/db"))
                    .file(promise.apply(file).build())
                    .build());
        }
    }
}
