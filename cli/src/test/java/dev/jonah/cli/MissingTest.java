package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.Jonah;
import dev.jonah.image.FileTree;
import dev.jonah.image.Image;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.result.ScanResult;
import dev.jonah.value.ImagePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What nobody expects to be missing comes first, and counts. */
class MissingTest {
    @Test
    void theSummaryCountsWhatNobodyExpects() {
        assertThat(line(
                        MissingClass.GHOST,
                        MissingClass.UNEXPLAINED,
                        MissingClass.DELETED_IN_LAYER,
                        MissingClass.GHOST))
                .isEqualTo("Missing    2 = 1 unexplained + 1 deleted in a layer (+ 2 ghosts)");
    }

    @Test
    void theSummaryMentionsTheRest() {
        assertThat(line(MissingClass.EXCLUDED_DOC, MissingClass.CONFIG_REMOVED, MissingClass.GHOST))
                .isEqualTo("Missing    0 (+ 1 excluded documentation, 1 ghost, 1 config removed)");
    }

    @Test
    void theSummaryIsShortWhereNothingIsMissing() {
        assertThat(line()).isEqualTo("Missing    0");
    }

    @Test
    void theConditionHoldsForWhatNobodyExpects() {
        FailOn missing = FailOn.parse(List.of("missing"));
        for (MissingClass reason : MissingClass.values()) {
            assertThat(missing.holds(result(reason))).as(reason.name()).isEqualTo(!reason.isExpected());
            FailOn exactly = FailOn.parse(List.of("missing-" + VerdictNames.option(reason)));
            assertThat(exactly.holds(result(reason))).as(reason.name()).isTrue();
        }
    }

    private static String line(MissingClass... reasons) {
        StringBuilder out = new StringBuilder();
        new SummaryHead(result(reasons), 80).append(out);
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("Missing"))
                .findFirst()
                .orElseThrow();
    }

    private static ScanResult result(MissingClass... reasons) {
        PackageDatabase database = new Promising(List.of(reasons));
        byte[] archive = Images.plain().dockerArchive();
        Jonah jonah = Jonah.builder().add(database).build();
        try (Image image = jonah.open(
                jonah.request("plain", new ByteArrayInputStream(archive)).build())) {
            return jonah.scan(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has one package with a file for each reason, none of which is there. */
    private record Promising(List<MissingClass> reasons) implements PackageDatabase {
        @Override
        public String id() {
            return "test.promising";
        }

        @Override
        public boolean presentIn(FileTree tree) {
            return true;
        }

        @Override
        public void read(PackageScan scan, Consumer<SoftwarePackage> out) {
            SoftwarePackage.Builder software = SoftwarePackage.of(
                    Purl.of("generic", "tool").build(), SoftwarePackage.Kind.SYSTEM, ImagePath.of("/db"));
            for (int i = 0; i < reasons.size(); i++) {
                software.file(PackageFile.at(ImagePath.of("/gone/" + i), "test")
                        .ifMissing(reasons.get(i))
                        .build());
            }
            out.accept(software.build());
        }
    }
}
