package dev.jonah.appdb.python;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class PythonParserContractTest extends ManifestParserContract {
    private static final String SITE = "/usr/lib/python3.11/site-packages";

    @Override
    protected ManifestParser plugin() {
        return new PythonParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(SITE + "/Hello_World-1.0.dist-info/METADATA", """
                        Metadata-Version: 2.1
                        Name: Hello_World
                        Version: 1.0
                        Summary: Says hello
                        Home-page: https://hello.example
                        Author: A. Author
                        Author-email: a@hello.example
                        License: MIT
                        Classifier: License :: OSI Approved
                        Classifier: License :: OSI Approved :: MIT License
                        Requires-Dist: six (>=1.0)
                        Requires-Dist: pytest ; extra == 'test'

                        Name: not this one
                        """)
                .file(SITE + "/Hello_World-1.0.dist-info/RECORD", """
                        hello.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0
                        __pycache__/hello.cpython-311.pyc,,
                        ../../../bin/hello,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0
                        "Hello_World-1.0.dist-info/METADATA",,
                        """)
                .file(SITE + "/Hello_World-1.0.dist-info/INSTALLER", "pip\n")
                .file(SITE + "/Hello_World-1.0.dist-info/REQUESTED", "")
                .file(SITE + "/Hello_World-1.0.dist-info/entry_points.txt", "[console_scripts]\nhello = hello:main\n")
                .file(
                        SITE + "/Hello_World-1.0.dist-info/direct_url.json",
                        "{\"url\": \"file:///app\", \"dir_info\": {\"editable\": true}}")
                .file(SITE + "/hello.py", "")
                .file(SITE + "/old-2.0-py2.7.egg-info/PKG-INFO", "Name: old\nVersion: 2.0\nLicense: UNKNOWN\n")
                .file(SITE + "/old-2.0-py2.7.egg-info/requires.txt", "six\n")
                .file(
                        SITE + "/old-2.0-py2.7.egg-info/installed-files.txt",
                        "../old/__init__.py\n../old/__init__.pyc\nPKG-INFO\n")
                .build();
    }

    @Override
    protected String expected() {
        String info = SITE + "/Hello_World-1.0.dist-info";
        String egg = SITE + "/old-2.0-py2.7.egg-info";
        String empty = "digest=sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        return String.join(
                "\n",
                "pkg:pypi/hello-world@1.0",
                "  kind application",
                "  license License :: OSI Approved :: MIT License",
                "  license MIT",
                "  description Says hello",
                "  homepage https://hello.example",
                "  maintainer A. Author <a@hello.example>",
                "  dependency six (>=1.0)",
                "  dependency pytest ; extra == 'test'",
                "  found-at " + info + "/METADATA",
                "  extra python.direct-url file:///app",
                "  extra python.editable true",
                "  extra python.entry-points console_scripts:hello",
                "  extra python.installer pip",
                "  extra python.metadata-version 2.1",
                "  extra python.requested true",
                "  file " + SITE + "/hello.py type=file size=0 " + empty + " rule=python.record source=" + info
                        + "/RECORD",
                "  file " + SITE
                        + "/__pycache__/hello.cpython-311.pyc if-missing=GHOST rule=python.record.unhashed source="
                        + info + "/RECORD",
                "  file /usr/bin/hello type=file size=0 " + empty + " rule=python.record source=" + info + "/RECORD",
                "  file " + info + "/METADATA rule=python.record.unhashed source=" + info + "/RECORD",
                "  file " + info + "/RECORD rule=python.record.unhashed source=" + info
                        + "/RECORD note=RECORD, which cannot hold its own checksum",
                "pkg:pypi/old@2.0",
                "  kind application",
                "  dependency six",
                "  found-at " + egg + "/PKG-INFO",
                "  file " + egg + "/PKG-INFO rule=python.installed-files source=" + egg + "/installed-files.txt",
                "  file " + egg + "/installed-files.txt rule=python.egg-info source=" + egg + "/PKG-INFO",
                "  file " + egg + "/requires.txt rule=python.egg-info source=" + egg + "/PKG-INFO",
                "  file " + SITE + "/old/__init__.py rule=python.installed-files source=" + egg
                        + "/installed-files.txt",
                "  file " + SITE + "/old/__init__.pyc if-missing=GHOST rule=python.installed-files source=" + egg
                        + "/installed-files.txt",
                "");
    }
}
