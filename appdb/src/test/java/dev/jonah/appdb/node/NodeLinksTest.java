package dev.jonah.appdb.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links to programs of a project's own parts. */
class NodeLinksTest {
    private static FakeTreeBuilder workspace() {
        return FakeTree.builder()
                .file("/app/packages/util/package.json", "{\"name\":\"@s/util\",\"bin\":{\"util\":\"u.js\"}}")
                .file("/app/packages/util/u.js", "x")
                .symlink("/app/node_modules/.bin/util", "../../packages/util/u.js");
    }

    private static List<String> explained(FakeTreeBuilder tree) throws IOException {
        return Scans.explainer(tree.build()).explain(new NodeLinks()).stream()
                .map(e -> e.path().toString())
                .filter(path -> path.contains("/.bin/"))
                .toList();
    }

    @Test
    void aProgramOfAPartThatIsLinkedIsExplained() throws IOException {
        assertThat(explained(workspace().symlink("/app/node_modules/@s/util", "../../packages/util")))
                .containsExactly("/app/node_modules/.bin/util");
    }

    @Test
    void aProgramOfWhatIsNotLinkedIsNot() throws IOException {
        assertThat(explained(workspace())).isEmpty();
    }

    @Test
    void aProgramOfTheProjectItselfIsExplained() throws IOException {
        assertThat(explained(workspace().symlink("/app/packages/util/node_modules/.bin/util", "../../u.js")))
                .containsExactly("/app/packages/util/node_modules/.bin/util");
    }
}
