package dev.jonah.declared.cpp;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class ConanLockContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new ConanLock();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/one/conan.lock", """
                        {"graph_lock": {"nodes": {
                           "0": {"path": "conanfile.txt", "requires": ["1"]},
                           "1": {"ref": "boost/1.71.0#0", "package_id": "cc", "prev": "0", "requires": ["2"]},
                           "2": {"ref": "bzip2/1.0.8@conan/stable#dd", "prev": "ee", "context": "host"}},
                          "revisions_enabled": false},
                         "version": "0.4", "profile_host": "[settings]"}
                        """)
                .file("/two/conan.lock", """
                        {"version": "0.5",
                         "requires": ["zlib/1.10#aa%1692672717.68"],
                         "build_requires": ["cmake/[>=3]@me/stable#bb%1"],
                         "python_requires": []}
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:conan/boost@1.71.0
                  kind declared
                  found-at /one/conan.lock
                pkg:conan/bzip2@1.0.8?channel=stable&prev=ee&rrev=dd&user=conan
                  kind declared
                  found-at /one/conan.lock
                pkg:conan/zlib@1.10?rrev=aa
                  kind declared
                  found-at /two/conan.lock
                pkg:conan/cmake@%5B%3E%3D3%5D?channel=stable&rrev=bb&user=me
                  kind declared
                  found-at /two/conan.lock
                  extra declared.scope build
                """;
    }
}
