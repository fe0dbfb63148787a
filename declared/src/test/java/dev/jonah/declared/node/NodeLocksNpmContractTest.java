package dev.jonah.declared.node;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class NodeLocksNpmContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new NodeLocks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/package-lock.json", """
                        {
                          "name": "app", "version": "1.0.0", "lockfileVersion": 3,
                          "packages": {
                            "": {"name": "app", "version": "1.0.0", "dependencies": {"a": "^1.0.0"}},
                            "node_modules/@s/lib": {"version": "2.1.0", "resolved": "https://registry.npmjs.org/@s/lib/-/lib-2.1.0.tgz",
                              "integrity": "sha512-AAAA", "dev": true, "license": "MIT", "dependencies": {"a": "1"}},
                            "node_modules/alias": {"name": "real", "version": "1.10", "optional": true},
                            "node_modules/from-git": {"version": "0.1.0", "resolved": "git+ssh://git@github.com/o/r.git#c0ffee"},
                            "node_modules/inner": {"resolved": "packages/inner", "link": true},
                            "packages/inner": {"version": "1.0.0"},
                            "node_modules/a": {"version": "1.0.0"},
                            "packages/inner/node_modules/a": {"version": "1.0.0", "dev": true}
                          },
                          "dependencies": {"a": {"version": "1.0.0"}}
                        }
                        """)
                .file("/old/npm-shrinkwrap.json", """
                        {"name": "old", "version": "0.9.0", "lockfileVersion": 1, "dependencies": {
                          "b": {"version": "2.0.0", "requires": {"c": "^3"}, "dependencies": {"c": {"version": "3.0.0", "bundled": true}}},
                          "other": {"version": "npm:@x/real@1.0.0", "dev": true},
                          "g": {"version": "github:o/r#1234", "from": "github:o/r"}}}
                        """)
                .file("/app/node_modules/x/yarn.lock", """
                        # yarn lockfile v1

                        phantom@1:
                          version "1.0.0"
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:npm/app@1.0.0
                  kind declared
                  dependency a ^1.0.0
                  found-at /app/package-lock.json
                  extra declared.source project
                pkg:npm/%40s/lib@2.1.0
                  kind declared
                  license MIT
                  dependency a 1
                  found-at /app/package-lock.json
                  extra declared.integrity sha512-AAAA
                  extra declared.resolved https://registry.npmjs.org/@s/lib/-/lib-2.1.0.tgz
                  extra declared.scope dev
                pkg:npm/real@1.10
                  kind declared
                  found-at /app/package-lock.json
                  extra declared.alias alias
                  extra declared.scope optional
                pkg:npm/from-git@0.1.0
                  kind declared
                  found-at /app/package-lock.json
                  extra declared.resolved git+ssh://git@github.com/o/r.git#c0ffee
                  extra declared.source git
                pkg:npm/inner@1.0.0
                  kind declared
                  found-at /app/package-lock.json
                  extra declared.source workspace
                pkg:npm/a@1.0.0
                  kind declared
                  found-at /app/package-lock.json
                pkg:npm/b@2.0.0
                  kind declared
                  dependency c ^3
                  found-at /old/npm-shrinkwrap.json
                pkg:npm/c@3.0.0
                  kind declared
                  found-at /old/npm-shrinkwrap.json
                  extra declared.scope bundled
                pkg:npm/%40x/real@1.0.0
                  kind declared
                  found-at /old/npm-shrinkwrap.json
                  extra declared.alias other
                  extra declared.scope dev
                pkg:npm/g
                  kind declared
                  found-at /old/npm-shrinkwrap.json
                  extra declared.resolved github:o/r#1234
                  extra declared.source git
                pkg:npm/old@0.9.0
                  kind declared
                  found-at /old/npm-shrinkwrap.json
                  extra declared.source project
                """;
    }
}
