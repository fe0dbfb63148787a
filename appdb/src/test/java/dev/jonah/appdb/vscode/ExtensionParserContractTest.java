package dev.jonah.appdb.vscode;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class ExtensionParserContractTest extends ManifestParserContract {
    private static final String HOME = "/home/coder/.local/share/code-server/extensions/";

    @Override
    protected ManifestParser plugin() {
        return new ExtensionParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(HOME + "ms-python.python-2024.10.0-linux-x64/package.json", """
                        {"name": "python", "publisher": "ms-python", "version": "2024.10.0",
                         "displayName": "Python", "description": "%extension.description%", "license": "MIT",
                         "homepage": "https://example.org/python", "engines": {"vscode": "^1.90.0"},
                         "extensionDependencies": ["ms-python.debugpy"], "extensionPack": ["ms-python.pylance"]}
                        """)
                .file(HOME + "ms-python.python-2024.10.0-linux-x64/out/main.js", "x")
                .file(HOME + "ms-python.python-2024.10.0-linux-x64/node_modules/a/index.js", "x")
                .file(HOME + "Acme.theme-1.0.0/package.json", """
                        {"name": "theme", "publisher": "Acme", "version": "1.0.0", "engines": {"vscode": "*"}}
                        """)
                .file(HOME + "acme.gone-1.0.0/package.json", """
                        {"name": "gone", "publisher": "acme", "version": "1.0.0", "engines": {"vscode": "*"}}
                        """)
                .file(HOME + "acme.other-1.0.0/package.json", """
                        {"name": "renamed", "publisher": "acme", "version": "1.0.0", "engines": {"vscode": "*"}}
                        """)
                .file(HOME + "extensions.json", """
                        [{"identifier": {"id": "ms-python.python"}, "version": "2024.10.0",
                          "location": {"$mid": 1, "path": "/x/ms-python.python-2024.10.0-linux-x64", "scheme": "file"},
                          "relativeLocation": "ms-python.python-2024.10.0-linux-x64"}]
                        """)
                .file(HOME + ".obsolete", "{\"acme.gone-1.0.0\": true}")
                .file("/usr/lib/code-server/lib/vscode/extensions/git/package.json", """
                        {"name": "git", "publisher": "vscode", "version": "1.0.0", "engines": {"vscode": "*"}}
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:vscode-extension/acme/theme@1.0.0
                  kind application
                  maintainer Acme
                  found-at /home/coder/.local/share/code-server/extensions/Acme.theme-1.0.0/package.json
                  extra vscode.engine *
                  extra vscode.state unlisted
                  file /home/coder/.local/share/code-server/extensions/Acme.theme-1.0.0/package.json rule=vscode.directory note=by directory: an extension has no list of its files
                pkg:vscode-extension/acme/gone@1.0.0
                  kind application
                  maintainer acme
                  found-at /home/coder/.local/share/code-server/extensions/acme.gone-1.0.0/package.json
                  extra vscode.engine *
                  extra vscode.state obsolete
                  file /home/coder/.local/share/code-server/extensions/acme.gone-1.0.0/package.json rule=vscode.directory note=by directory: an extension has no list of its files
                pkg:vscode-extension/ms-python/python@2024.10.0?platform=linux-x64
                  kind application
                  license MIT
                  homepage https://example.org/python
                  maintainer ms-python
                  dependency ms-python.debugpy
                  dependency ms-python.pylance (pack)
                  found-at /home/coder/.local/share/code-server/extensions/ms-python.python-2024.10.0-linux-x64/package.json
                  extra vscode.engine ^1.90.0
                  extra vscode.name Python
                  extra vscode.state listed
                  file /home/coder/.local/share/code-server/extensions/ms-python.python-2024.10.0-linux-x64/package.json rule=vscode.directory note=by directory: an extension has no list of its files
                  file /home/coder/.local/share/code-server/extensions/ms-python.python-2024.10.0-linux-x64/out/main.js rule=vscode.directory note=by directory: an extension has no list of its files
                """;
    }
}
