package dev.jonah.appdb.node;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class NodePackageParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new NodePackageParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/package.json", "{\"name\":\"shop\",\"version\":\"1.0.0\",\"private\":true}")
                .file("/app/server.js", "")
                .file("/app/node_modules/.package-lock.json", """
                        {"packages":{"node_modules/@s/u":{"version":"2.0.0","integrity":"sha512-x","dev":true},
                        "node_modules/a-alias":{"name":"a","version":"1.0.0"}}}
                        """)
                .file("/app/node_modules/@s/u/package.json", """
                        {"name":"@s/u","version":"2.0.0","license":"MIT","description":"Does it","homepage":"https://u.example",
                        "author":"A","dependencies":{"a":"^1"},"peerDependencies":{"p":"*"}}
                        """)
                .file("/app/node_modules/@s/u/lib/index.js", "x")
                .file("/app/node_modules/@s/u/test/package.json", "{\"name\":\"fixture\",\"version\":\"9.9.9\"}")
                .file("/app/node_modules/@s/u/node_modules/a/package.json", "{\"name\":\"a\",\"version\":\"0.5.0\"}")
                .file("/app/node_modules/a-alias/package.json", "{\"name\":\"a\",\"version\":\"1.0.0\"}")
                .file("/app/node_modules/.cache/state.json", "{}")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:npm/a@0.5.0
                  kind application
                  found-at /app/node_modules/@s/u/node_modules/a/package.json
                  extra npm.in-lock false
                  file /app/node_modules/@s/u/node_modules/a/package.json rule=npm.directory note=by directory: npm records no list of files
                pkg:npm/%40s/u@2.0.0
                  kind application
                  license MIT
                  description Does it
                  homepage https://u.example
                  maintainer A
                  dependency a ^1
                  dependency p * (peer)
                  found-at /app/node_modules/@s/u/package.json
                  extra npm.dev true
                  extra npm.in-lock true
                  extra npm.integrity sha512-x
                  file /app/node_modules/@s/u/package.json rule=npm.directory note=by directory: npm records no list of files
                  file /app/node_modules/@s/u/test/package.json rule=npm.directory note=by directory: npm records no list of files
                  file /app/node_modules/@s/u/lib/index.js rule=npm.directory note=by directory: npm records no list of files
                pkg:npm/a@1.0.0
                  kind application
                  found-at /app/node_modules/a-alias/package.json
                  extra npm.directory a-alias
                  extra npm.in-lock true
                  file /app/node_modules/a-alias/package.json rule=npm.directory note=by directory: npm records no list of files
                pkg:npm/shop@1.0.0
                  kind application
                  found-at /app/package.json
                  extra npm.private true
                  file /app/package.json rule=npm.project note=it describes the project whose node_modules lie beside it
                """;
    }
}
