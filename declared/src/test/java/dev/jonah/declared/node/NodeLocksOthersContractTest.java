package dev.jonah.declared.node;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class NodeLocksOthersContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new NodeLocks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/bun/bun.lock", """
                        {
                          "lockfileVersion": 1,
                          "packages": {
                            "@s/lib": ["@s/lib@2.1.0", "", { "dependencies": { "a": "^1.0.0" } }, "sha512-AAAA"],
                            "alias": ["real@1.10", "https://npm.example.org/", {}, "sha512-CCCC"],
                            "r": ["r@github:o/r#1234", {}, "o-r-1234"],
                            "inner": ["inner@workspace:packages/inner"],
                          }
                        }
                        """)
                .file("/deno/deno.lock", """
                        {"version": "5", "specifiers": {"npm:a@1": "1.0.0"},
                         "jsr": {"@std/path@1.0.8": {"integrity": "3333"}},
                         "npm": {"a@1.0.0_b@2.0.0": {"integrity": "sha512-AAAA", "dependencies": ["b"]}},
                         "remote": {"https://deno.land/std/mod.ts": "5555"}}
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:npm/%40s/lib@2.1.0
                  kind declared
                  dependency a ^1.0.0
                  found-at /bun/bun.lock
                  extra declared.integrity sha512-AAAA
                pkg:npm/real@1.10
                  kind declared
                  found-at /bun/bun.lock
                  extra declared.alias alias
                  extra declared.integrity sha512-CCCC
                  extra declared.resolved https://npm.example.org/
                pkg:npm/r
                  kind declared
                  found-at /bun/bun.lock
                  extra declared.resolved github:o/r#1234
                  extra declared.source git
                pkg:npm/inner
                  kind declared
                  found-at /bun/bun.lock
                  extra declared.resolved workspace:packages/inner
                  extra declared.source workspace
                pkg:generic/%40std/path@1.0.8
                  kind declared
                  found-at /deno/deno.lock
                  extra declared.integrity 3333
                  extra declared.source jsr
                pkg:npm/a@1.0.0
                  kind declared
                  dependency b
                  found-at /deno/deno.lock
                  extra declared.integrity sha512-AAAA
                """;
    }
}
