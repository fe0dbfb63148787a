package dev.jonah.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SoftwarePackageTest {
    private static final Purl PURL = Purl.parse("pkg:apk/alpine/musl@1.2.5-r0");
    private static final ImagePath DATABASE = ImagePath.of("/lib/apk/db/installed");

    @Test
    void whereItWasFoundIsSortedAndUnique() {
        SoftwarePackage found = SoftwarePackage.of(PURL, Kind.SYSTEM, DATABASE)
                .foundAt(ImagePath.of("/a"))
                .foundAt(DATABASE)
                .build();
        assertThat(found.foundAt()).containsExactly(ImagePath.of("/a"), DATABASE);
    }

    @Test
    void aPackageThatWasFoundNowhereIsRefused() {
        assertThatThrownBy(() -> new SoftwarePackage(
                        PURL,
                        Kind.SYSTEM,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("musl");
    }

    @Test
    void aDeclaredPackagePromisesNoFiles() {
        SoftwarePackage.Builder builder = SoftwarePackage.of(PURL, Kind.DECLARED, DATABASE)
                .file(PackageFile.at(ImagePath.of("/x"), "a.b").build());
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("declared only");
    }

    @Test
    void aBuilderUsedFurtherLeavesWhatItMadeAlone() {
        List<String> licenses = new ArrayList<>(List.of("MIT"));
        SoftwarePackage.Builder builder =
                SoftwarePackage.of(PURL, Kind.SYSTEM, DATABASE).licenses(licenses);
        SoftwarePackage first = builder.build();
        licenses.add("GPL");
        builder.extra("a.b", "c").file(PackageFile.at(ImagePath.of("/x"), "a.b").build());
        assertThat(first.licenses()).containsExactly("MIT");
        assertThat(first.extra()).isEmpty();
        assertThat(first.files()).isEmpty();
    }

    @Test
    void emptyFactsAndSourcesWithoutNameAreLeftOut() {
        SoftwarePackage found = SoftwarePackage.of(PURL, Kind.SYSTEM, DATABASE)
                .extra("a.b", "")
                .extra("a.c", null)
                .source(null, "1")
                .build();
        assertThat(found.extra()).isEmpty();
        assertThat(found.source()).isNull();
    }

    @Test
    void withoutFilesAllElseIsKept() {
        SoftwarePackage.Builder builder = SoftwarePackage.of(PURL, Kind.APPLICATION, DATABASE)
                .architecture("x86_64")
                .source("musl", "1")
                .dependencies(List.of("so:a"))
                .extra("a.b", "c");
        SoftwarePackage bare = builder.build();
        SoftwarePackage full =
                builder.file(PackageFile.at(ImagePath.of("/x"), "a.b").build()).build();
        assertThat(full.withoutFiles()).isEqualTo(bare);
    }

    @Test
    void whatIsNotRecordedOfAFileIsNull() {
        PackageFile file = PackageFile.at(ImagePath.of("/x"), "apk.checksum").build();
        assertThat(file)
                .isEqualTo(new PackageFile(
                        ImagePath.of("/x"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        PackageFile.Difference.MODIFIED,
                        Set.of(),
                        MissingClass.UNEXPLAINED,
                        "apk.checksum",
                        null,
                        null,
                        false));
    }

    @Test
    void theModeIsCutToPermissionBits() {
        assertThat(PackageFile.at(ImagePath.of("/x"), "a.b")
                        .mode(0104755)
                        .build()
                        .mode())
                .isEqualTo(04755);
    }

    @Test
    void attributesAreCopied() {
        Map<String, Digest> attributes = new HashMap<>();
        PackageFile file =
                PackageFile.at(ImagePath.of("/x"), "a.b").attributes(attributes).build();
        attributes.put("user.x", new Digest(Digest.Algorithm.SHA1, "00"));
        assertThat(file.attributes()).isEmpty();
    }
}
