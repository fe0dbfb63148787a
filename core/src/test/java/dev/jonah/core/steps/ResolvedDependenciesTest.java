package dev.jonah.core.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.Jonah;
import dev.jonah.TestImages;
import dev.jonah.image.Image;
import dev.jonah.result.ScanResult;
import dev.jonah.testkit.LayerBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the host makes of the instances that plugins say dependencies mean. */
class ResolvedDependenciesTest {
    /** For each package with such dependencies, by id, what they mean. */
    private static Map<String, List<String>> resolved(UnaryOperator<LayerBuilder> layer, LinesManifests... parsers)
            throws IOException {
        Jonah.Builder jonah = Jonah.builder().pluginsFrom(null).add(new LinesManifests());
        for (LinesManifests parser : parsers) {
            jonah.add(parser);
        }
        try (Image image = TestImages.open(layer)) {
            ScanResult result = jonah.build().scan(image);
            Map<String, List<String>> ids = new TreeMap<>();
            result.packages().forEach(p -> ids.put(p.id(), p.resolved()));
            result.declared().forEach(p -> ids.put(p.id(), p.resolved()));
            ids.values().removeIf(List::isEmpty);
            return ids;
        }
    }

    @Test
    void theOnlyPackageOfAFileNeedsNoName() throws IOException {
        assertThat(resolved(l -> l.file("/a.lines", "installed pkg:npm/a@1 /c.lines /b.lines\n")
                        .file("/b.lines", "installed pkg:npm/b@1\n")
                        .file("/c.lines", "installed pkg:npm/c@1 /a.lines\n")))
                .isEqualTo(Map.of("p1", List.of("p3", "p2"), "p3", List.of("p1")));
    }

    @Test
    void oneOfSeveralPackagesOfAFileNeedsItsName() throws IOException {
        assertThat(resolved(l -> l.file(
                                "/a.lines",
                                "installed pkg:cargo/a@1 /a.lines /a.lines=pkg:cargo/b@1\ninstalled pkg:cargo/b@1\n")
                        .file("/b.lines", "installed pkg:cargo/b@1\n")))
                .isEqualTo(Map.of("p1", List.of("p2")));
    }

    @Test
    void whatIsNotThereIsLeftOut() throws IOException {
        assertThat(resolved(l -> l.file("/a.lines", "installed pkg:npm/a@1 /gone.lines /b.lines=pkg:npm/b@2\n")
                        .file("/b.lines", "installed pkg:npm/b@1\n")))
                .isEmpty();
    }

    @Test
    void whatIsMeantTwiceIsToldOnce() throws IOException {
        assertThat(resolved(l -> l.file("/a.lines", "installed pkg:npm/a@1 /b.lines /b.lines=pkg:npm/b@1\n")
                        .file("/b.lines", "installed pkg:npm/b@1\n")))
                .isEqualTo(Map.of("p1", List.of("p2")));
    }

    @Test
    void whatAnotherPluginFoundInTheSameFileDoesNotConfuse() throws IOException {
        assertThat(resolved(
                        l -> l.file("/a.lines", "installed pkg:npm/a@1 /b.lines\n")
                                .file("/b.lines", "installed pkg:npm/b@1\n"),
                        new LinesManifests("test.other")))
                .isEqualTo(Map.of("p1", List.of("p3"), "p2", List.of("p4")));
    }

    @Test
    void declaredPackagesDependOnDeclaredOnesAndOnWhatIsInstalledInTheirPlace() throws IOException {
        String lock = "/lock.lines=pkg:npm/";
        assertThat(resolved(l -> l.file(
                                "/lock.lines",
                                "declared pkg:npm/a@1 " + lock + "b@1 " + lock + "c@1\n"
                                        + "declared pkg:npm/b@1\ndeclared pkg:npm/c@1\n")
                        .file("/x.lines", "installed pkg:npm/b@1\n")))
                .isEqualTo(Map.of("d1", List.of("p1", "d2")));
    }

    @Test
    void whereThePackageIsInstalledTwiceNobodyKnowsWhichIsMeant() throws IOException {
        assertThat(resolved(l -> l.file(
                                "/lock.lines", "declared pkg:npm/a@1 /lock.lines=pkg:npm/b@1\ndeclared pkg:npm/b@1\n")
                        .file("/x.lines", "installed pkg:npm/b@1\n")
                        .file("/y.lines", "installed pkg:npm/b@1\n")))
                .isEmpty();
    }
}
