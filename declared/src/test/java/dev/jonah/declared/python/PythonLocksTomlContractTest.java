package dev.jonah.declared.python;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class PythonLocksTomlContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new PythonLocks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/uv.lock", """
                        version = 1
                        revision = 3

                        [[package]]
                        name = "app"
                        version = "0.1.0"
                        source = { editable = "." }
                        dependencies = [
                            { name = "Foo.Bar" },
                            { name = "multi", version = "1.10", marker = "python_full_version < '3.12'" },
                        ]

                        [package.optional-dependencies]
                        extra = [{ name = "opt" }]

                        [package.dev-dependencies]
                        test = [{ name = "pytest" }]

                        [[package]]
                        name = "Foo.Bar"
                        version = "1.10"
                        source = { registry = "https://pypi.org/simple" }
                        sdist = { url = "https://files/foo.tar.gz", hash = "sha256:aa", size = 1 }
                        wheels = [{ url = "https://files/foo.whl", hash = "sha256:bb" }]

                        [[package]]
                        name = "g"
                        version = "1.0"
                        source = { git = "https://github.com/o/g?rev=v1#c0ffee" }
                        """)
                .file("/app/poetry.lock", """
                        [[package]]
                        name = "old"
                        version = "1.10"
                        description = "An old one"
                        category = "dev"
                        optional = true

                        [package.dependencies]
                        six = {version = ">=1.5", markers = "python_version < '3'"}
                        several = [{version = "<2"}, ">=2"]

                        [package.source]
                        type = "git"
                        url = "https://github.com/o/old.git"
                        reference = "main"
                        resolved_reference = "c0ffee"

                        [metadata]
                        lock-version = "1.1"

                        [metadata.files]
                        old = [{file = "old.whl", hash = "sha256:cc"}]
                        """)
                .file("/app/pdm.lock", """
                        [metadata]
                        groups = ["default", "dev"]
                        lock_version = "4.5.0"

                        [[package]]
                        name = "requests"
                        version = "2.32.0"
                        summary = "HTTP for Humans."
                        groups = ["default"]
                        dependencies = ["idna<4,>=2.5"]
                        files = [{file = "requests.whl", hash = "sha256:dd"}]

                        [[package]]
                        name = "requests"
                        version = "2.32.0"
                        extras = ["socks"]
                        groups = ["dev"]
                        dependencies = ["PySocks!=1.5.7", "requests==2.32.0"]
                        files = [{file = "requests.whl", hash = "sha256:dd"}]
                        """)
                .file("/app/pylock.dev.toml", """
                        lock-version = "1.0"
                        created-by = "by hand"

                        [[packages]]
                        name = "attrs"
                        version = "25.1.0"
                        wheels = [{name = "attrs.whl", upload-time = 2025-01-25T11:30:10.164985+00:00, url = "https://files/attrs.whl", hashes = {sha256 = "ff"}}]

                        [[packages]]
                        name = "tool"
                        vcs = {type = "git", url = "https://github.com/o/tool", commit-id = "c0ffee"}

                        [[packages]]
                        name = "local"
                        directory = {path = "../local"}
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:pypi/requests@2.32.0
                  kind declared
                  description HTTP for Humans.
                  dependency idna<4,>=2.5
                  dependency PySocks!=1.5.7
                  found-at /app/pdm.lock
                  extra declared.integrity sha256:dd
                pkg:pypi/old@1.10
                  kind declared
                  description An old one
                  dependency six >=1.5
                  dependency several <2
                  found-at /app/poetry.lock
                  extra declared.commit c0ffee
                  extra declared.integrity sha256:cc
                  extra declared.resolved https://github.com/o/old.git
                  extra declared.scope dev, optional
                  extra declared.source git
                pkg:pypi/attrs@25.1.0
                  kind declared
                  found-at /app/pylock.dev.toml
                  extra declared.integrity sha256:ff
                  extra declared.resolved https://files/attrs.whl
                pkg:pypi/tool
                  kind declared
                  found-at /app/pylock.dev.toml
                  extra declared.commit c0ffee
                  extra declared.resolved https://github.com/o/tool
                  extra declared.source git
                pkg:pypi/local
                  kind declared
                  found-at /app/pylock.dev.toml
                  extra declared.resolved ../local
                  extra declared.source path
                pkg:pypi/app@0.1.0
                  kind declared
                  dependency Foo.Bar
                  dependency multi==1.10
                  dependency opt (extra extra)
                  dependency pytest (group test)
                  found-at /app/uv.lock
                  extra declared.resolved .
                  extra declared.source project
                pkg:pypi/foo.bar@1.10
                  kind declared
                  found-at /app/uv.lock
                  extra declared.index https://pypi.org/simple
                  extra declared.integrity sha256:aa sha256:bb
                pkg:pypi/g@1.0
                  kind declared
                  found-at /app/uv.lock
                  extra declared.resolved https://github.com/o/g?rev=v1#c0ffee
                  extra declared.source git
                """;
    }
}
