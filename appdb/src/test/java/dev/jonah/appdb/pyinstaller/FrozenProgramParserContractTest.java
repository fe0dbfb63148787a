package dev.jonah.appdb.pyinstaller;

import dev.jonah.appdb.program.TestElf;
import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class FrozenProgramParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new FrozenProgramParser();
    }

    @Override
    protected FakeTree fixture() {
        byte[] section = new FrozenProgram()
                .file('s', "pyiboot01_bootstrap", "x", true)
                .file('s', "hello", "x", true)
                .file('x', "idna-3.10.dist-info/METADATA", """
                        Metadata-Version: 2.1
                        Name: idna
                        Version: 3.10
                        Summary: Internationalized Domain Names
                        License: BSD-3-Clause
                        Requires-Dist: ruff>=0.6.2; extra == 'all'

                        Name: not this
                        """, true)
                .inSection();
        byte[] appended = new FrozenProgram()
                .file('s', "tool", "x", false)
                .file('x', "old.egg-info\\PKG-INFO", "Name: Old_Thing\nVersion: 1.0\n", false)
                .appended();
        return FakeTree.builder()
                .file("/opt/hello", section)
                .file("/opt/tool", appended)
                .file(
                        "/opt/other",
                        TestElf.usual().section("pydata", new byte[100]).bytes())
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:pypi/idna@3.10
                  kind application
                  license BSD-3-Clause
                  description Internationalized Domain Names
                  dependency ruff>=0.6.2; extra == 'all'
                  found-at /opt/hello
                  extra pyinstaller.entry idna-3.10.dist-info/METADATA
                  extra pyinstaller.python 3.11
                pkg:pypi/old-thing@1.0
                  kind application
                  found-at /opt/tool
                  extra pyinstaller.entry old.egg-info/PKG-INFO
                  extra pyinstaller.python 3.11
                """;
    }
}
