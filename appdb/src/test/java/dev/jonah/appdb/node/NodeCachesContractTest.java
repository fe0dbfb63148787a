package dev.jonah.appdb.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import dev.jonah.value.Digest;
import dev.jonah.value.Digest.Algorithm;
import java.nio.charset.StandardCharsets;
import java.util.List;

class NodeCachesContractTest extends ExplainerContract {
    private static final String CACHE = "/root/.npm/_cacache/";
    private static final String ENTRY =
            "{\"key\":\"make-fetch-happen:request-cache:https://r/a\",\"integrity\":\"sha512-x\"}";

    private static String hex(Algorithm algorithm, String text) {
        return Digest.compute(algorithm, text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static String split(String hex) {
        return hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex.substring(4);
    }

    private static String line(String json) {
        return "\n" + hex(Algorithm.SHA1, json) + "\t" + json;
    }

    private static String bucket(String key) {
        return CACHE + "index-v5/" + split(hex(Algorithm.SHA256, key));
    }

    @Override
    protected Explainer plugin() {
        return new NodeCaches();
    }

    @Override
    protected FakeTree fixture() {
        String key = "make-fetch-happen:request-cache:https://r/a";
        return FakeTree.builder()
                .file(CACHE + "content-v2/sha512/" + split(hex(Algorithm.SHA512, "one")), "one")
                .file(CACHE + "content-v2/sha512/" + split(hex(Algorithm.SHA512, "two")), "planted")
                .file(CACHE + "content-v2/sha512/" + split(hex(Algorithm.SHA512, "three")) + "/deep", "three")
                .file(bucket(key), line(ENTRY) + line(ENTRY.replace("-x", "-y")))
                .file(bucket("other"), line(ENTRY))
                .file(bucket(key) + "0", line(ENTRY).replace("sha512-x", "sha512-z"))
                .file(CACHE + "tmp/abc", "x")
                .file(
                        "/root/.npm/_logs/2026-01-01T00_00_00_000Z-debug-0.log",
                        "0 verbose cli /bin/node\n1 ERR! no\n2 info\n")
                .file("/root/.npm/_logs/2026-01-01T00_00_01_000Z-debug-0.log", "0 verbose cli\nrm -rf /\n")
                .file(
                        "/app/yarn.lock",
                        "a:\n  resolution: \"b@npm:1\"\n  checksum: 10/" + hex(Algorithm.SHA512, "b") + "\n")
                .file(
                        "/app/.yarn/cache/a-npm-1.0.0-0123456789-"
                                + hex(Algorithm.SHA512, "a").substring(0, 10) + ".zip",
                        "a")
                .file(
                        "/app/.yarn/cache/x-npm-1.0.0-0123456789-"
                                + hex(Algorithm.SHA512, "a").substring(0, 10) + ".zip",
                        "x")
                .file("/app/.yarn/cache/.gitignore", "/.gitignore\n*.flock\n*.tmp\n")
                .file("/root/.yarn/berry/cache/b-npm-1.0.0-0123456789-10c0.zip", "b")
                .file("/root/.yarn/berry/cache/c-npm-1.0.0-0123456789-10c0.zip", "c")
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.evidence().rule() + " " + e.path().fileName().replaceAll("[0-9a-f]{40,}", "…"))
                .containsExactlyInAnyOrder(
                        "npm.cache …",
                        "npm.cache-index …",
                        "npm.log 2026-01-01T00_00_00_000Z-debug-0.log",
                        "yarn.cache a-npm-1.0.0-0123456789-1f40fc92da.zip",
                        "yarn.cache .gitignore",
                        "yarn.cache b-npm-1.0.0-0123456789-10c0.zip");
    }
}
