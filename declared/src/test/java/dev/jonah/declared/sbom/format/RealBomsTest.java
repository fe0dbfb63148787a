package dev.jonah.declared.sbom.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bills of materials as the real tools write them; how they were made is told beside them. */
class RealBomsTest {
    @ParameterizedTest
    @CsvSource({"npm.cdx.json,CycloneDX,1.5", "npm.spdx.json,SPDX,2.3", "npm.spdx,SPDX,2.3"})
    void npmSaysTheSameInEachFormat(String file, String format, String version) throws IOException {
        Bom bom = read(file);
        assertThat(bom.format()).isEqualTo(format);
        assertThat(bom.version()).isEqualTo(version);
        assertThat(bom.tools()).singleElement().asString().contains("cli");
        assertThat(bom.roots()).hasSize(1);
        assertThat(bom.components())
                .flatExtracting(Component::purls)
                .containsExactlyInAnyOrder(
                        "pkg:npm/sample-app@1.0.0",
                        "pkg:npm/%40sindresorhus/is@4.6.0",
                        "pkg:npm/debug@4.4.3",
                        "pkg:npm/inner@1.0.0",
                        "pkg:npm/left-pad@1.2.0",
                        "pkg:npm/ms@2.0.0",
                        "pkg:npm/ms@2.1.3");
        assertThat(bom.components())
                .filteredOn(c -> "debug".equals(c.name()))
                .singleElement()
                .satisfies(c -> assertThat(c.licenses()).containsExactly("MIT"))
                .satisfies(
                        c -> assertThat(c.hashes()).singleElement().asString().startsWith("SHA"))
                .satisfies(c -> assertThat(needs(bom, c)).containsExactly("ms 2.1.3"));
    }

    @Test
    void xmlOfCycloneDxIsReadLikeItsJson() throws IOException {
        Bom bom = read("environment.cdx.xml");
        assertThat(bom.version()).isEqualTo("1.4");
        assertThat(bom.tools()).isNotEmpty();
        assertThat(bom.components())
                .flatExtracting(Component::purls)
                .contains("pkg:pypi/idna@3.7", "pkg:pypi/iniconfig@2.0.0");
        assertThat(bom.components()).allSatisfy(c -> assertThat(c.licenses()).isNotEmpty());
    }

    private static List<String> needs(Bom bom, Component component) {
        return bom.dependencies().getOrDefault(component.reference(), List.of()).stream()
                .flatMap(reference -> bom.components().stream().filter(c -> reference.equals(c.reference())))
                .map(c -> c.name() + " " + c.version())
                .toList();
    }

    private static Bom read(String file) throws IOException {
        List<Bom> read = new ArrayList<>();
        try (InputStream in = RealBomsTest.class.getResourceAsStream("/dev/jonah/declared/real/" + file)) {
            BomReader.read(in, Limits.defaults(), read::add);
        }
        assertThat(read).hasSize(1);
        return read.get(0);
    }
}
