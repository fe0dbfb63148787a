package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonRuntimeParserTest {
    private static final String LIB = "/usr/local/lib/python3.11/";
    private static final String HEADER = "/usr/local/include/python3.11/patchlevel.h";

    static FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file(HEADER, "#define PY_MAJOR_VERSION 3\n#define PY_VERSION      \"3.11.7\"\n")
                .file("/usr/local/bin/python3.11", "\177ELF 3.11.7\0 and more")
                .symlink("/usr/local/bin/python3", "python3.11")
                .symlink("/usr/local/bin/python", "python3")
                .file(LIB + "os.py", "")
                .file(LIB + "site-packages/README.txt", "")
                .file(LIB + "lib-dynload/_bisect.cpython-311-x86_64-linux-gnu.so", "")
                .file(LIB + "config-3.11-x86_64-linux-gnu/Makefile", "")
                .file(LIB + "ensurepip/_bundled/pip-23.2.1-py3-none-any.whl", "");
    }

    private static List<String> claims(FakeTreeBuilder tree) throws IOException {
        List<SoftwarePackage> found = Scans.packages(tree.build()).parse(new PythonRuntimeParser());
        assertThat(found).hasSize(1);
        return found.get(0).files().stream().map(file -> file.path().toString()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LIB + "sitecustomize.py",
                LIB + "json/backdoor.py",
                LIB + "asyncio/compat.py",
                LIB + "lib-dynload/_evil.cpython-311-x86_64-linux-gnu.so",
                LIB + "site-packages/x.py",
                LIB + "__pycache__/os.cpython-311.pyc",
                LIB + "ensurepip/_bundled/evil-1.0-py3-none-any.whl",
                "/usr/local/bin/pip",
                "/usr/local/bin/python3.12",
                "/usr/local/bin/pydoc",
                "/usr/local/lib/libpython3.11evil.so"
            })
    void filesThatThisPythonDoesNotHaveAreNotClaimed(String path) throws IOException {
        assertThat(claims(tree().file(path, "x"))).doesNotContain(path);
    }

    @ParameterizedTest
    @CsvSource({
        "idle3,         idle3.11,        idle3.11",
        "python-config, python3-config,  ''",
        "pydoc3,        /tmp/pydoc3.11,  pydoc3.11",
        "2to3,          ../evil,         ''"
    })
    void linksAreClaimedWhereTheyLeadToThisInterpretersFiles(String name, String target, String file)
            throws IOException {
        FakeTreeBuilder tree = tree().symlink("/usr/local/bin/" + name, target);
        if (!file.isEmpty()) {
            tree.file("/usr/local/bin/" + file, "");
        }

        boolean claimed = claims(tree).contains("/usr/local/bin/" + name);

        assertThat(claimed).isEqualTo(target.equals(file));
    }

    @Test
    void headersWithoutAnInterpreterAreNoPython() throws IOException {
        PackagesScan scan =
                Scans.packages(tree().without("/usr/local/bin/python3.11").build());

        assertThat(scan.parse(new PythonRuntimeParser())).isEmpty();
    }

    @Test
    void aPythonOfCondaIsLeftToItsRecord() throws IOException {
        PackagesScan scan = Scans.packages(tree().file("/usr/local/conda-meta/python-3.11.7-h1_0.json", "{}")
                .build());

        assertThat(scan.parse(new PythonRuntimeParser())).isEmpty();
    }

    @Test
    void aProgramOfAnotherVersionIsReported() throws IOException {
        PackagesScan scan = Scans.packages(
                tree().file("/usr/local/bin/python3.11", "3.11.6\0").build());

        assertThat(scan.parse(new PythonRuntimeParser())).hasSize(1);
        assertThat(scan.diagnostics().codes()).containsExactly("python.runtime.differs");
    }

    @Test
    void theVersionIsFoundAcrossPiecesOfALibrary() throws IOException {
        PackagesScan scan = Scans.packages(tree().file("/usr/local/bin/python3.11", "x")
                .file("/usr/local/lib/libpython3.11.so.1.0", "x".repeat((1 << 16) - 3) + "3.11.7\0")
                .build());

        scan.parse(new PythonRuntimeParser());

        assertThat(scan.diagnostics().codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#define PY_VERSION \"3.12.0\"\n", "#define PY_VERSION \"../x\"\n"})
    void aHeaderOfAnotherVersionIsReported(String text) throws IOException {
        PackagesScan scan = Scans.packages(tree().file(HEADER, text).build());

        assertThat(scan.parse(new PythonRuntimeParser())).isEmpty();
        assertThat(scan.diagnostics().codes()).containsExactly("python.runtime.version");
    }

    @ParameterizedTest
    @CsvSource({
        "3.11, lib/os.py, true",
        "2.7,  lib/os.py, true",
        "3.5,  lib/asyncio/compat.py, true",
        "3.7,  lib/asyncio/compat.py, false",
        "3.15, lib/annotationlib.py, true",
        "3.13, lib/annotationlib.py, false",
        "3.12, lib/distutils/core.py, false"
    })
    void theStandardLibraryIsKnownByVersion(String version, String path, boolean known) {
        assertThat(StandardLibrary.list().has(version, path)).isEqualTo(known);
    }
}
