package dev.jonah.appdb.jscache;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

/** Laid out as {@code deno cache} of 2.9 leaves it. */
class DenoCacheParserContractTest extends ManifestParserContract {
    private static final String CACHE = "/deno-dir/npm/registry.npmjs.org/";

    @Override
    protected ManifestParser plugin() {
        return new DenoCacheParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(CACHE + "is-odd/registry.json", """
                        {"name": "is-odd", "dist-tags": {"latest": "3.0.1"}, "versions": {
                          "0.1.0": {"version": "0.1.0", "dist": {"integrity": "sha512-AAAA"}},
                          "3.0.1": {"version": "3.0.1", "dist": {"tarball": "https://registry.npmjs.org/is-odd/-/is-odd-3.0.1.tgz",
                                    "integrity": "sha512-BBBB"}}}}
                        """)
                .file(CACHE + "is-odd/3.0.1/package.json", """
                        {"name": "is-odd", "version": "3.0.1", "dependencies": {"is-number": "^6.0.0"}}
                        """)
                .file(CACHE + "is-odd/3.0.1/index.js", "x")
                .file(CACHE + "@s/peered/registry.json", "{\"versions\": {}}")
                .file(CACHE + "@s/peered/1.0.0_1/package.json", "{\"name\": \"@s/peered\", \"version\": \"1.0.0\"}")
                .file(CACHE + "liar/registry.json", "{}")
                .file(CACHE + "liar/1.0.0/package.json", "{\"name\": \"other\", \"version\": \"1.0.0\"}")
                .file("/srv/app/registry.json", "{}")
                .file("/srv/app/1.0.0/package.json", "{\"name\": \"app\", \"version\": \"1.0.0\"}")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:npm/%40s/peered@1.0.0
                  kind application
                  found-at /deno-dir/npm/registry.npmjs.org/@s/peered/1.0.0_1/package.json
                  found-at /deno-dir/npm/registry.npmjs.org/@s/peered/registry.json
                  extra npm.cached true
                  file /deno-dir/npm/registry.npmjs.org/@s/peered/1.0.0_1/package.json rule=deno.cache note=by directory: the cache has no list of a package's files
                  file /deno-dir/npm/registry.npmjs.org/@s/peered/registry.json rule=deno.cache note=what the registry said of the package
                pkg:npm/is-odd@3.0.1
                  kind application
                  dependency is-number ^6.0.0
                  found-at /deno-dir/npm/registry.npmjs.org/is-odd/3.0.1/package.json
                  found-at /deno-dir/npm/registry.npmjs.org/is-odd/registry.json
                  extra npm.cached true
                  extra npm.integrity sha512-BBBB
                  extra npm.resolved https://registry.npmjs.org/is-odd/-/is-odd-3.0.1.tgz
                  file /deno-dir/npm/registry.npmjs.org/is-odd/3.0.1/index.js rule=deno.cache note=by directory: the cache has no list of a package's files
                  file /deno-dir/npm/registry.npmjs.org/is-odd/3.0.1/package.json rule=deno.cache note=by directory: the cache has no list of a package's files
                  file /deno-dir/npm/registry.npmjs.org/is-odd/registry.json rule=deno.cache note=what the registry said of the package
                """;
    }
}
