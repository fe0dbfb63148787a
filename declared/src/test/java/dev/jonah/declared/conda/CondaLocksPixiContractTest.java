package dev.jonah.declared.conda;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class CondaLocksPixiContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new CondaLocks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/six/pixi.lock", """
                        version: 6
                        environments:
                          default:
                            packages:
                              linux-64:
                              - conda: https://conda.anaconda.org/conda-forge/linux-64/libfoo-1.10-h123_0.conda
                        packages:
                        - conda: https://conda.anaconda.org/conda-forge/linux-64/libfoo-1.10-h123_0.conda
                          sha256: aa
                          md5: bb
                          depends:
                          - libc >=2
                          license: MIT
                        - conda: ./packages/own
                          name: own
                          version: 0.1.0
                          subdir: noarch
                        - pypi: https://files.example.org/idna-3.10-py3-none-any.whl
                          name: idna
                          version: '3.10'
                          requires_dist:
                          - ruff>=0.6.2 ; extra == 'all'
                        """)
                .file("/four/pixi.lock", """
                        version: 4
                        packages:
                        - kind: conda
                          name: bar
                          version: 1.10
                          build: h1_0
                          subdir: linux-64
                          url: https://conda.anaconda.org/conda-forge/linux-64/bar-1.10-h1_0.tar.bz2
                        - kind: pypi
                          name: app
                          version: 1.0.0
                          path: .
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:conda/bar@1.10?build=h1_0&channel=conda-forge&subdir=linux-64&type=tar.bz2
                  kind declared
                  found-at /four/pixi.lock
                  extra declared.resolved https://conda.anaconda.org/conda-forge/linux-64/bar-1.10-h1_0.tar.bz2
                pkg:pypi/app@1.0.0
                  kind declared
                  found-at /four/pixi.lock
                  extra declared.resolved .
                  extra declared.source pip
                pkg:conda/libfoo@1.10?build=h123_0&channel=conda-forge&subdir=linux-64&type=conda
                  kind declared
                  license MIT
                  dependency libc >=2
                  found-at /six/pixi.lock
                  extra declared.integrity sha256:aa md5:bb
                  extra declared.resolved https://conda.anaconda.org/conda-forge/linux-64/libfoo-1.10-h123_0.conda
                pkg:conda/own@0.1.0
                  kind declared
                  found-at /six/pixi.lock
                  extra declared.resolved ./packages/own
                  extra declared.source path
                pkg:pypi/idna@3.10
                  kind declared
                  dependency ruff>=0.6.2 ; extra == 'all'
                  found-at /six/pixi.lock
                  extra declared.resolved https://files.example.org/idna-3.10-py3-none-any.whl
                  extra declared.source pip
                """;
    }
}
