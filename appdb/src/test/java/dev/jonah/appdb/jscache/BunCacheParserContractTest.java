package dev.jonah.appdb.jscache;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

/** Laid out as {@code bun install} of 1.0 and 1.4 leave it. */
class BunCacheParserContractTest extends ManifestParserContract {
    private static final String CACHE = "/root/.bun/install/cache/";

    @Override
    protected ManifestParser plugin() {
        return new BunCacheParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(
                        CACHE + "ms@2.0.0@@@1/package.json",
                        "{\"name\": \"ms\", \"version\": \"2.0.0\", \"license\": \"MIT\"}")
                .file(CACHE + "ms@2.0.0@@@1/index.js", "x")
                .symlink(CACHE + "ms/2.0.0@@@1", "/root/.bun/install/cache/ms@2.0.0@@@1")
                .file(
                        CACHE + "@s/is@4.6.0@@npm.example.org@@@1/package.json",
                        "{\"name\": \"@s/is\", \"version\": \"4.6.0\"}")
                .symlink(
                        CACHE + "@s/is/4.6.0@@npm.example.org@@@1",
                        "/root/.bun/install/cache/@s/is@4.6.0@@npm.example.org@@@1")
                .file(
                        CACHE + "old@1.0.0/package.json",
                        "{\"name\": \"old\", \"version\": \"1.0.0\", \"dependencies\": {\"ms\": \"^2\"}}")
                .file(CACHE + "old@1.0.0/node_modules/inner/index.js", "x")
                .symlink(CACHE + "old/1.0.0", "/build/cache/old@1.0.0")
                .file(CACHE + "planted@1.0.0@@@1/package.json", "{\"name\": \"planted\", \"version\": \"1.0.0\"}")
                .file(CACHE + "liar@1.0.0@@@1/package.json", "{\"name\": \"liar\", \"version\": \"2.0.0\"}")
                .symlink(CACHE + "liar/1.0.0@@@1", "/root/.bun/install/cache/liar@1.0.0@@@1")
                .file(CACHE + "led@1.0.0@@@1/package.json", "{\"name\": \"led\", \"version\": \"1.0.0\"}")
                .file("/tmp/led@1.0.0@@@1/evil.js", "x")
                .symlink(CACHE + "led/1.0.0@@@1", "/tmp/led@1.0.0@@@1")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:npm/%40s/is@4.6.0
                  kind application
                  found-at /root/.bun/install/cache/@s/is@4.6.0@@npm.example.org@@@1/package.json
                  extra npm.cached true
                  file /root/.bun/install/cache/@s/is@4.6.0@@npm.example.org@@@1/package.json rule=bun.cache note=by directory: the cache has no list of a package's files
                  file /root/.bun/install/cache/@s/is/4.6.0@@npm.example.org@@@1 type=symlink rule=bun.cache-link note=the link by which Bun finds the package in its cache
                pkg:npm/ms@2.0.0
                  kind application
                  license MIT
                  found-at /root/.bun/install/cache/ms@2.0.0@@@1/package.json
                  extra npm.cached true
                  file /root/.bun/install/cache/ms@2.0.0@@@1/index.js rule=bun.cache note=by directory: the cache has no list of a package's files
                  file /root/.bun/install/cache/ms@2.0.0@@@1/package.json rule=bun.cache note=by directory: the cache has no list of a package's files
                  file /root/.bun/install/cache/ms/2.0.0@@@1 type=symlink rule=bun.cache-link note=the link by which Bun finds the package in its cache
                pkg:npm/old@1.0.0
                  kind application
                  dependency ms ^2
                  found-at /root/.bun/install/cache/old@1.0.0/package.json
                  extra npm.cached true
                  file /root/.bun/install/cache/old@1.0.0/package.json rule=bun.cache note=by directory: the cache has no list of a package's files
                  file /root/.bun/install/cache/old/1.0.0 type=symlink rule=bun.cache-link note=the link by which Bun finds the package in its cache
                """;
    }
}
