package dev.jonah.appdb.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.Edges;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequiresTest {
    private static String json(String name, String fields) {
        return "{\"name\":\"" + name + "\",\"version\":\"1.0.0\"" + (fields.isEmpty() ? "" : "," + fields) + "}";
    }

    private static List<String> edges(FakeTreeBuilder tree) throws IOException {
        return Edges.of(tree.build(), new NodePackageParser());
    }

    @Test
    void theNearestCounts() throws IOException {
        assertThat(edges(FakeTree.builder()
                        .file("/app/package.json", json("shop", "\"dependencies\":{\"b\":\"1\"}"))
                        .file("/app/node_modules/a/package.json", json("a", "\"dependencies\":{\"b\":\"2\"}"))
                        .file("/app/node_modules/a/node_modules/b/package.json", json("b", ""))
                        .file("/app/node_modules/b/package.json", json("b", ""))
                        .file("/app/node_modules/c/package.json", json("c", "\"dependencies\":{\"b\":\"1\"}"))))
                .containsExactlyInAnyOrder(
                        "a -> /app/node_modules/a/node_modules/b/package.json",
                        "c -> /app/node_modules/b/package.json",
                        "shop -> /app/node_modules/b/package.json");
    }

    @Test
    void optionalAndPeerDependenciesAreOnesTooAndEachIsToldOnce() throws IOException {
        assertThat(edges(FakeTree.builder()
                        .file(
                                "/node_modules/@s/a/package.json",
                                json(
                                        "@s/a",
                                        "\"dependencies\":{\"@s/b\":\"1\"},\"optionalDependencies\":{\"@s/b\":\"1\",\"o\":\"1\"},"
                                                + "\"peerDependencies\":{\"p\":\"*\",\"absent\":\"*\"}"))
                        .file("/node_modules/@s/b/package.json", json("@s/b", ""))
                        .file("/node_modules/o/package.json", json("o", ""))
                        .file("/node_modules/p/package.json", json("p", ""))))
                .containsExactly(
                        "a -> /node_modules/@s/b/package.json",
                        "a -> /node_modules/o/package.json",
                        "a -> /node_modules/p/package.json");
    }

    @Test
    void linksOfPnpmLeadToItsStore() throws IOException {
        String store = "/app/node_modules/.pnpm/";
        assertThat(edges(FakeTree.builder()
                        .file(
                                store + "a@1.0.0/node_modules/a/package.json",
                                json("a", "\"dependencies\":{\"b\":\"1\"}"))
                        .symlink(store + "a@1.0.0/node_modules/b", "../../b@1.0.0/node_modules/b")
                        .file(store + "b@1.0.0/node_modules/b/package.json", json("b", ""))
                        .symlink("/app/node_modules/a", ".pnpm/a@1.0.0/node_modules/a")))
                .containsExactly("a -> " + store + "b@1.0.0/node_modules/b/package.json");
    }

    @Test
    void aWorkspaceIsFoundByItsLink() throws IOException {
        assertThat(edges(FakeTree.builder()
                        .file("/app/package.json", json("root", "\"dependencies\":{\"util\":\"*\"}"))
                        .file("/app/packages/util/package.json", json("util", "\"dependencies\":{\"b\":\"1\"}"))
                        .file("/app/packages/util/node_modules/x/package.json", json("x", ""))
                        .file("/app/node_modules/b/package.json", json("b", ""))
                        .symlink("/app/node_modules/util", "../packages/util")))
                .containsExactlyInAnyOrder(
                        "root -> /app/packages/util/package.json", "util -> /app/node_modules/b/package.json");
    }

    @Test
    void anAliasIsFoundByTheNameOfItsDirectory() throws IOException {
        assertThat(edges(FakeTree.builder()
                        .file("/node_modules/a/package.json", json("a", "\"dependencies\":{\"short\":\"npm:long@1\"}"))
                        .file("/node_modules/short/package.json", json("long", ""))))
                .containsExactly("a -> /node_modules/short/package.json");
    }

    @Test
    void aNameThatIsAPathLeadsNowhere() throws IOException {
        assertThat(edges(FakeTree.builder()
                        .file(
                                "/node_modules/a/package.json",
                                json(
                                        "a",
                                        "\"dependencies\":{\"../../x\":\"1\",\"..\":\"1\",\".\":\"1\",\"@s/..\":\"1\",\"\":\"1\"}"))
                        .file("/x/package.json", json("x", ""))
                        .file("/package.json", json("y", ""))))
                .isEmpty();
    }

    @Test
    void aDirectoryWithoutManifestIsPassedOver() throws IOException {
        assertThat(edges(FakeTree.builder()
                        .file("/app/node_modules/a/package.json", json("a", "\"dependencies\":{\"b\":\"1\"}"))
                        .file("/app/node_modules/a/node_modules/b/readme", "")
                        .file("/app/node_modules/b/package.json", json("b", ""))))
                .containsExactly("a -> /app/node_modules/b/package.json");
    }
}
