package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.Jonah;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.Image;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.result.ScanResult;
import dev.jonah.support.LineReader;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.LayerBuilder;
import dev.jonah.value.ImagePath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What people are told of packages that files of an image declare. */
class DeclaredTest {
    /** A line of a file {@code *.lock} declares a package, one of a file {@code *.installed} is one. */
    private static final class Lines implements ManifestParser {
        @Override
        public String id() {
            return "test.lines";
        }

        @Override
        public FilePattern accepts() {
            return FilePattern.suffix(".lock").orSuffix(".installed");
        }

        @Override
        public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
            Kind kind = manifest.path().fileName().endsWith(".lock") ? Kind.DECLARED : Kind.APPLICATION;
            try (LineReader lines =
                    new LineReader(Objects.requireNonNull(manifest.content()).open(), scan.limits())) {
                for (String line = lines.readText(); line != null; line = lines.readText()) {
                    out.accept(SoftwarePackage.of(Purl.parse(line), kind, manifest.path())
                            .build());
                }
            }
        }
    }

    private interface Use {
        String of(ScanResult result, Image image) throws IOException;
    }

    private static String scan(UnaryOperator<LayerBuilder> layer, Use use) throws IOException {
        Jonah jonah = Jonah.builder().add(new Lines()).build();
        byte[] archive = FakeImage.builder().layer(layer).build().dockerArchive();
        try (Image image = jonah.open(
                jonah.request("demo.tar", new ByteArrayInputStream(archive)).build())) {
            return use.of(jonah.scan(image), image);
        }
    }

    private static String summary(ScanResult result, Image image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SummaryWriter().write(result, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static LayerBuilder shop(LayerBuilder layer) {
        return layer.file("/app/a.lock", "pkg:npm/a@1\npkg:npm/b@1\npkg:npm/c@1\n")
                .file("/app/b.lock", "pkg:npm/a@1\n")
                .file("/app/x.installed", "pkg:npm/a@1\n");
    }

    @Test
    void theSummaryHasALineOfThem() throws IOException {
        assertThat(scan(DeclaredTest::shop, DeclaredTest::summary)).contains("""
                Packages   1 npm
                Declared   3 packages in 2 files, 2 of them not installed
                """);
    }

    @Test
    void theSummaryTellsThatAllAreInstalled() throws IOException {
        assertThat(scan(
                        l -> l.file("/a.lock", "pkg:npm/a@1\n").file("/a.installed", "pkg:npm/a@1\n"),
                        DeclaredTest::summary))
                .contains("Declared   1 package in 1 file, all installed\n");
    }

    @Test
    void theSummaryTellsThatNoneIsInstalled() throws IOException {
        assertThat(scan(l -> l.file("/a.lock", "pkg:npm/a@1\npkg:npm/b@1\n"), DeclaredTest::summary))
                .contains("Packages   none\nDeclared   2 packages in 1 file, none installed\n");
    }

    @Test
    void theSummaryHasNoLineWhereNothingIsDeclared() throws IOException {
        assertThat(scan(l -> l.file("/a.installed", "pkg:npm/a@1\n"), DeclaredTest::summary))
                .doesNotContain("Declared");
    }

    @Test
    void anExplanationOfTheFileNamesWhatIsNotInstalled() throws IOException {
        assertThat(scan(
                        DeclaredTest::shop,
                        (result, image) -> new PathExplanation(image, result, ImagePath.of("/app/a.lock")).text()))
                .contains("""
                        Declares   3 packages, 2 of them not installed
                                     not installed: b 1
                                     not installed: c 1
                        """);
    }

    @Test
    void filesOfOneAreRefusedWithTheReason() {
        FileSelection selection = FileSelection.parse(List.of(), List.of(), "c 1");
        assertThatThrownBy(() -> scan(DeclaredTest::shop, (result, image) -> {
                    selection.check(result, "demo.tar");
                    return "";
                }))
                .isInstanceOf(UsageException.class)
                .hasMessage("--package: demo.tar has no package c 1; /app/a.lock declares it, and it is not installed");
    }

    @Test
    void theyMakeNoConditionHold() throws IOException {
        FailOn every = FailOn.parse(List.of("missing", "modified", "owned", "verified"));
        assertThat(scan(
                        l -> l.file("/a.lock", "pkg:npm/a@1\n"),
                        (result, image) -> String.valueOf(every.holds(result))))
                .isEqualTo("false");
    }
}
