package dev.jonah.appdb.node;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class NodeRuntimeParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new NodeRuntimeParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/usr/local/include/node/node_version.h", """
                        #ifndef SRC_NODE_VERSION_H_
                        #define NODE_MAJOR_VERSION 20
                        #define NODE_MINOR_VERSION 11
                        #define NODE_PATCH_VERSION 1
                        #define NODE_VERSION_IS_LTS 1
                        """)
                .file("/usr/local/include/node/uv/unix.h", "")
                .file("/usr/local/bin/node", "x")
                .file("/usr/local/bin/other", "x")
                .file("/usr/local/LICENSE", "x")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:generic/node@20.11.1
                  kind application
                  found-at /usr/local/include/node/node_version.h
                  file /usr/local/include/node/node_version.h rule=node.archive note=where the archives of Node have it
                  file /usr/local/include/node/uv/unix.h rule=node.archive note=where the archives of Node have it
                  file /usr/local/bin/node rule=node.archive note=where the archives of Node have it
                """;
    }
}
