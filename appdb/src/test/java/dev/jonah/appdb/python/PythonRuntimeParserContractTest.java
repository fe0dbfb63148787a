package dev.jonah.appdb.python;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class PythonRuntimeParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new PythonRuntimeParser();
    }

    @Override
    protected FakeTree fixture() {
        return PythonRuntimeParserTest.tree().build();
    }

    @Override
    protected String expected() {
        String own = " type=file rule=python.runtime note=where Python's own installation has it";
        String link = " rule=python.runtime note=a link to a file of this interpreter beside it";
        return String.join(
                "\n",
                "pkg:generic/python@3.11.7",
                "  kind application",
                "  found-at /usr/local/include/python3.11/patchlevel.h",
                "  file /usr/local/bin/python type=symlink target=python3" + link,
                "  file /usr/local/bin/python3 type=symlink target=python3.11" + link,
                "  file /usr/local/bin/python3.11" + own,
                "  file /usr/local/include/python3.11/patchlevel.h" + own,
                "  file /usr/local/lib/python3.11/config-3.11-x86_64-linux-gnu/Makefile" + own,
                "  file /usr/local/lib/python3.11/ensurepip/_bundled/pip-23.2.1-py3-none-any.whl" + own,
                "  file /usr/local/lib/python3.11/lib-dynload/_bisect.cpython-311-x86_64-linux-gnu.so" + own,
                "  file /usr/local/lib/python3.11/os.py" + own,
                "  file /usr/local/lib/python3.11/site-packages/README.txt" + own,
                "");
    }
}
