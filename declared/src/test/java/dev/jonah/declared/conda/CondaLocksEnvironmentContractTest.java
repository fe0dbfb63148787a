package dev.jonah.declared.conda;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class CondaLocksEnvironmentContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new CondaLocks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder().file("/app/environment.yml", """
                        name: env
                        dependencies:
                          - python=3.11
                          - conda-forge::scipy==1.10
                          - blas=1.0=mkl
                          - pip:
                            - idna==3.7
                            - requests>=2
                        """).build();
    }

    @Override
    protected String expected() {
        return """
                pkg:conda/python
                  kind declared
                  found-at /app/environment.yml
                  extra declared.constraint =3.11
                pkg:conda/scipy@1.10
                  kind declared
                  found-at /app/environment.yml
                pkg:conda/blas@1.0?build=mkl
                  kind declared
                  found-at /app/environment.yml
                pkg:pypi/idna@3.7
                  kind declared
                  found-at /app/environment.yml
                  extra declared.source pip
                pkg:pypi/requests
                  kind declared
                  found-at /app/environment.yml
                  extra declared.constraint >=2
                  extra declared.source pip
                """;
    }
}
