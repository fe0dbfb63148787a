package dev.jonah.appdb.python;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class PythonArchiveParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new PythonArchiveParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/s/hello-1.egg", Archives.zip("EGG-INFO/PKG-INFO", "Name: hello\nVersion: 1\n", "hello.py", ""))
                .file("/s/easy-install.pth", "./hello-1.egg\n")
                .file("/app.pyz", Archives.zip("site-packages/a-2.dist-info/METADATA", "Name: a\nVersion: 2\n"))
                .build();
    }

    @Override
    protected String expected() {
        return String.join(
                "\n",
                "pkg:pypi/a@2",
                "  kind application",
                "  found-at /app.pyz",
                "  extra python.path /app.pyz!/site-packages/a-2.dist-info/METADATA",
                "pkg:pypi/hello@1",
                "  kind application",
                "  found-at /s/hello-1.egg",
                "  extra python.path /s/hello-1.egg!/EGG-INFO/PKG-INFO",
                "  file /s/hello-1.egg rule=python.easy-install source=/s/easy-install.pth"
                        + " note=easy_install put it on the path",
                "");
    }
}
