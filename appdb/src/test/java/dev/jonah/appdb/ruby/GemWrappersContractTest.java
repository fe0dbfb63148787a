package dev.jonah.appdb.ruby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.value.ImagePath;
import java.nio.charset.StandardCharsets;
import java.util.List;

class GemWrappersContractTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new GemWrappers();
    }

    @Override
    protected FakeTree fixture() {
        String wrapper = new String(RealHome.bytes("/bin/greet"), StandardCharsets.UTF_8);
        return RealHome.tree()
                .file("/usr/local/bin/greet", wrapper)
                .file("/usr/local/bin/ls", wrapper)
                .file("/usr/local/share/greet", wrapper)
                .file("/usr/bin/greet", wrapper + "system 'x'\n")
                .file(
                        "/opt/bin/other",
                        wrapper.replace("greet-er", "other")
                                .replace("'greet'", "'other'")
                                .replace("\"greet\"", "\"other\""))
                .build();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        ImagePath spec = ImagePath.of(RealHome.HOME + "/specifications/greet-er-1.2.0.pre.1.gemspec");
        return super.scan(tree)
                .withPackage(SoftwarePackage.of(
                                Purl.parse("pkg:gem/greet-er@1.2.0.pre.1"), SoftwarePackage.Kind.APPLICATION, spec)
                        .extra("gem.executables", "greet, greet2")
                        .build());
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path().toString())
                .containsExactly("/usr/local/bin/greet", "/usr/local/bundle/bin/greet");
        assertThat(found).allMatch(e -> e.verdict() == Verdict.DERIVED);
    }
}
