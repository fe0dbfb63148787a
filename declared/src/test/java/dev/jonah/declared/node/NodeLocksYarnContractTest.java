package dev.jonah.declared.node;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class NodeLocksYarnContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new NodeLocks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/yarn1/yarn.lock", """
                        # yarn lockfile v1


                        "@s/lib@^2.0.0", "@s/lib@^2.1.0":
                          version "2.1.0"
                          resolved "https://registry.yarnpkg.com/@s/lib/-/lib-2.1.0.tgz#abc"
                          integrity sha512-AAAA
                          dependencies:
                            a "^1.0.0"
                            "@s/more" "1 || 2"

                        "alias@npm:real@1.10":
                          version "1.10"
                        """)
                .file("/berry/yarn.lock", """
                        __metadata:
                          version: 8

                        "@s/lib@npm:^2.0.0, @s/lib@npm:^2.1.0":
                          version: 2.10
                          resolution: "@s/lib@npm:2.10"
                          dependencies:
                            a: "npm:^1.0.0"
                          checksum: 10c0/abcd
                          languageName: node
                          linkType: hard

                        "app@workspace:.":
                          version: 0.0.0-use.local
                          resolution: "app@workspace:."
                          linkType: soft

                        "p@patch:p@npm%3A1.0.0#~/fix.patch":
                          version: 1.0.0
                          resolution: "p@patch:p@npm%3A1.0.0#~/fix.patch::version=1.0.0"
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:npm/%40s/lib@2.10
                  kind declared
                  dependency a npm:^1.0.0
                  found-at /berry/yarn.lock
                  extra declared.integrity 10c0/abcd
                pkg:npm/app
                  kind declared
                  found-at /berry/yarn.lock
                  extra declared.source workspace
                pkg:npm/p@1.0.0
                  kind declared
                  found-at /berry/yarn.lock
                  extra declared.resolved patch:p@npm%3A1.0.0#~/fix.patch::version=1.0.0
                  extra declared.source patch
                pkg:npm/%40s/lib@2.1.0
                  kind declared
                  dependency a ^1.0.0
                  dependency @s/more 1 || 2
                  found-at /yarn1/yarn.lock
                  extra declared.integrity sha512-AAAA
                  extra declared.resolved https://registry.yarnpkg.com/@s/lib/-/lib-2.1.0.tgz#abc
                pkg:npm/real@1.10
                  kind declared
                  found-at /yarn1/yarn.lock
                  extra declared.alias alias
                """;
    }
}
