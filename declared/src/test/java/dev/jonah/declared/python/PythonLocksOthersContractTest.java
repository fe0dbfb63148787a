package dev.jonah.declared.python;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class PythonLocksOthersContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new PythonLocks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/Pipfile.lock", """
                        {"_meta": {"pipfile-spec": 6},
                         "default": {"idna": {"hashes": ["sha256:ee"], "version": "==3.7", "markers": "python_version >= '3.5'"}},
                         "develop": {"own": {"editable": true, "path": "."}, "g": {"git": "https://github.com/o/g.git", "ref": "1234"}}}
                        """)
                .file("/app/requirements-dev.txt", """
                        \ufeff# comment
                        -r base.txt
                        --index-url https://pypi.org/simple
                        Django==5.0.1 \\
                            --hash=sha256:11 \\
                            --hash=sha256:22  # via app
                        requests[socks,security] >= 2.8.1, == 2.8.* ; python_version < "2.7"
                        urllib3 @ https://github.com/urllib3/urllib3/archive/refs/tags/1.26.8.zip
                        -e git+https://github.com/o/tool.git@v1#egg=tool
                        ./local-package
                        flask
                        odd ===1.0-x
                        """)
                .file("/usr/lib/python3/dist-packages/x/requirements.txt", """
                        phantom==1
                        """)
                .file("/app/notes.txt", """
                        not==1
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:pypi/idna@3.7
                  kind declared
                  found-at /app/Pipfile.lock
                  extra declared.integrity sha256:ee
                  extra declared.marker python_version >= '3.5'
                pkg:pypi/own
                  kind declared
                  found-at /app/Pipfile.lock
                  extra declared.resolved .
                  extra declared.scope dev
                  extra declared.source path
                pkg:pypi/g
                  kind declared
                  found-at /app/Pipfile.lock
                  extra declared.commit 1234
                  extra declared.resolved https://github.com/o/g.git
                  extra declared.scope dev
                  extra declared.source git
                pkg:pypi/django@5.0.1
                  kind declared
                  found-at /app/requirements-dev.txt
                  extra declared.integrity sha256:11 sha256:22
                pkg:pypi/requests
                  kind declared
                  found-at /app/requirements-dev.txt
                  extra declared.constraint >= 2.8.1, == 2.8.*
                  extra declared.extras [socks,security]
                  extra declared.marker python_version < "2.7"
                pkg:pypi/urllib3
                  kind declared
                  found-at /app/requirements-dev.txt
                  extra declared.resolved https://github.com/urllib3/urllib3/archive/refs/tags/1.26.8.zip
                  extra declared.source url
                pkg:pypi/tool
                  kind declared
                  found-at /app/requirements-dev.txt
                  extra declared.resolved git+https://github.com/o/tool.git@v1#egg=tool
                  extra declared.source git
                pkg:pypi/flask
                  kind declared
                  found-at /app/requirements-dev.txt
                pkg:pypi/odd@1.0-x
                  kind declared
                  found-at /app/requirements-dev.txt
                """;
    }
}
