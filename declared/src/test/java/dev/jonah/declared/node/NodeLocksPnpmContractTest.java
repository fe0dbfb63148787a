package dev.jonah.declared.node;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class NodeLocksPnpmContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new NodeLocks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/pnpm5/pnpm-lock.yaml", """
                        lockfileVersion: 5.4
                        packages:
                          /@s/lib/2.1.0_a@1.0.0:
                            resolution: {integrity: sha512-AAAA}
                            dependencies: {a: 1.0.0}
                            dev: true
                          github.com/o/r/1234:
                            resolution: {tarball: 'https://codeload.github.com/o/r/tar.gz/1234'}
                            name: r
                            version: 0.1.0
                        """)
                .file("/pnpm9/pnpm-lock.yaml", """
                        lockfileVersion: '9.0'
                        importers:
                          .:
                            dependencies:
                              r: {specifier: o/r, version: https://codeload.github.com/o/r/tar.gz/1234}
                            devDependencies:
                              '@s/lib': {specifier: ^2.0.0, version: 2.1.0(a@1.10)}
                        packages:
                          '@s/lib@2.1.0':
                            resolution: {integrity: sha512-AAAA}
                          a@1.10:
                            resolution: {integrity: sha512-BBBB}
                          r@https://codeload.github.com/o/r/tar.gz/1234:
                            resolution: {tarball: https://codeload.github.com/o/r/tar.gz/1234}
                            version: 0.1.0
                        snapshots:
                          '@s/lib@2.1.0(a@1.10)':
                            dependencies: {a: '1.10'}
                          a@1.10:
                            optional: true
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:npm/%40s/lib@2.1.0
                  kind declared
                  dependency a 1.0.0
                  found-at /pnpm5/pnpm-lock.yaml
                  extra declared.integrity sha512-AAAA
                  extra declared.scope dev
                pkg:npm/r@0.1.0
                  kind declared
                  found-at /pnpm5/pnpm-lock.yaml
                  extra declared.resolved https://codeload.github.com/o/r/tar.gz/1234
                  extra declared.source url
                pkg:npm/%40s/lib@2.1.0
                  kind declared
                  dependency a 1.10
                  found-at /pnpm9/pnpm-lock.yaml
                  extra declared.integrity sha512-AAAA
                  extra declared.scope dev
                pkg:npm/a@1.10
                  kind declared
                  found-at /pnpm9/pnpm-lock.yaml
                  extra declared.integrity sha512-BBBB
                  extra declared.scope optional, dev
                pkg:npm/r@0.1.0
                  kind declared
                  found-at /pnpm9/pnpm-lock.yaml
                  extra declared.resolved https://codeload.github.com/o/r/tar.gz/1234
                  extra declared.source url
                """;
    }
}
