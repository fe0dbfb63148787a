package dev.jonah.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.ExplainerScan;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCachesTest extends ExplainerContract {
    private static final String JAR = "/root/.m2/repository/x/1/x-1.jar";
    private static final String INDEX = "/root/.npm/_cacache/index-v5/00/11/" + "2".repeat(60);
    private static final String RECORD = "{\"key\":\"make-fetch-happen:request-cache:https://x\"}";

    @Override
    protected Explainer plugin() {
        return new ToolCaches();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(npm("content"), "content")
                .file(INDEX, "\n" + sha1(RECORD) + "\t" + RECORD)
                .file(go("output"), "output")
                .file(
                        "/root/.cache/go-build/ab/" + "ab".repeat(32) + "-a",
                        "v1 " + "ab".repeat(32) + " " + "cd".repeat(32) + " "
                                + String.format("%20d %20d\n", 123, 1_700_000_000_000_000_000L))
                .file(JAR, "jar")
                .file(JAR + ".sha1", sha1("jar"))
                .build();
    }

    private static String npm(String content) {
        String hex = digest(Digest.Algorithm.SHA512, content);
        return "/root/.npm/_cacache/content-v2/sha512/" + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/"
                + hex.substring(4);
    }

    private static String go(String content) {
        String hex = digest(Digest.Algorithm.SHA256, content);
        return "/root/.cache/go-build/" + hex.substring(0, 2) + "/" + hex + "-d";
    }

    private static String sha1(String text) {
        return digest(Digest.Algorithm.SHA1, text);
    }

    private static String digest(Digest.Algorithm algorithm, String text) {
        return Digest.compute(algorithm, text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    @Override
    protected ExplainerScan scan(FileTree tree) {
        return Installed.owning(tree, JAR);
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(Installed.lines(found))
                .containsExactlyInAnyOrder(
                        npm("content") + " TRANSIENT cache.content",
                        INDEX + " TRANSIENT cache.content",
                        go("output") + " TRANSIENT cache.content",
                        "/root/.cache/go-build/ab/" + "ab".repeat(32) + "-a TRANSIENT cache.content",
                        JAR + ".sha1 DERIVED checksum.beside");
    }

    @Test
    void otherContentThanTheNameSaysStaysUnexplained() throws IOException {
        FakeTreeBuilder tree = FakeTree.builder().file(npm("content"), "planted");

        assertThat(Installed.ruleFor(npm("content"), plugin(), tree)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/bin/sh\n", "\u007fELF\u0001", "MZ\u0000"})
    void programsStayUnexplainedWhateverTheirName(String program) throws IOException {
        assertThat(Installed.ruleFor(npm(program), plugin(), FakeTree.builder().file(npm(program), program)))
                .isEqualTo("nothing");
        assertThat(Installed.ruleFor(go(program), plugin(), FakeTree.builder().file(go(program), program)))
                .isEqualTo("nothing");
    }

    @Test
    void aRecordWithoutItsChecksumStaysUnexplained() throws IOException {
        FakeTreeBuilder tree = FakeTree.builder().file(INDEX, "\n" + sha1("other") + "\t" + RECORD);

        assertThat(Installed.ruleFor(INDEX, plugin(), tree)).isEqualTo("nothing");
    }

    @Test
    void aChecksumOfSomethingElseOrOfWhatNobodyOwnsStaysUnexplained() throws IOException {
        FakeTreeBuilder tree = FakeTree.builder().file(JAR, "jar").file(JAR + ".sha1", sha1("other"));
        assertThat(Installed.ruleFor(JAR + ".sha1", plugin(), tree, JAR)).isEqualTo("nothing");

        FakeTreeBuilder unowned = FakeTree.builder().file(JAR, "jar").file(JAR + ".sha1", sha1("jar"));
        assertThat(Installed.ruleFor(JAR + ".sha1", plugin(), unowned)).isEqualTo("nothing");
    }
}
