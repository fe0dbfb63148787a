package dev.jonah.cli.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** pip, in a virtual environment of the installed Python, with a project that brings its own means of building. */
class PipInstallTest {
    private static final String BACKEND = """
            import base64, hashlib, os, zipfile

            INFO = 'greeting-1.0.dist-info/'

            def build_wheel(directory, settings=None, metadata=None):
                files = {'greeting/' + name: open(os.path.join('greeting', name), 'rb').read() for name in os.listdir('greeting')}
                files[INFO + 'METADATA'] = b'Metadata-Version: 2.1\\nName: greeting\\nVersion: 1.0\\n'
                files[INFO + 'WHEEL'] = b'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n'
                record = ''
                for name, content in files.items():
                    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b'=').decode()
                    record += '%s,sha256=%s,%d\\n' % (name, digest, len(content))
                files[INFO + 'RECORD'] = (record + INFO + 'RECORD,,\\n').encode()
                with zipfile.ZipFile(os.path.join(directory, 'greeting-1.0-py3-none-any.whl'), 'w') as wheel:
                    for name, content in files.items():
                        wheel.writestr(name, content)
                return 'greeting-1.0-py3-none-any.whl'
            """;

    @TempDir
    Path directory;

    @Test
    void oneFileEachChangedAddedAndRemoved() throws IOException {
        Project project = new Project(directory.resolve("project"))
                .file("pyproject.toml", """
                        [build-system]
                        requires = []
                        build-backend = "backend"
                        backend-path = ["."]
                        """)
                .file("backend.py", BACKEND)
                .file("greeting/__init__.py", "def greet():\n    return 'hello'\n")
                .file("greeting/spare.py", "SPARE = 1\n");
        Path environment = directory.resolve("root/opt/venv");
        RealTool.named("python3")
                .run("-m", "venv", "--copies", environment.toString())
                .succeeded();
        new RealTool(environment.resolve("bin/python"))
                .run(
                        "-m",
                        "pip",
                        "install",
                        "--no-index",
                        "--no-cache-dir",
                        "--disable-pip-version-check",
                        project.toString())
                .succeeded();
        Path installed = find(environment, "greeting");
        String at = "/" + directory.resolve("root").relativize(installed);
        Ledger before = Ledger.of(directory.resolve("root"));
        assertThat(before.packages()).contains("pkg:pypi/greeting@1.0");

        Files.writeString(installed.resolve("__init__.py"), "# changed\n", StandardOpenOption.APPEND);
        Files.writeString(installed.resolve("added.py"), "ADDED = 1\n");
        Files.delete(installed.resolve("spare.py"));

        assertThat(before.changesTo(Ledger.of(directory.resolve("root"))))
                .containsExactly(
                        at + "/__init__.py: VERIFIED, then MODIFIED",
                        at + "/added.py: nothing, then UNEXPLAINED",
                        at + "/spare.py: VERIFIED, then MISSING");
    }

    private static Path find(Path environment, String module) throws IOException {
        try (Stream<Path> all =
                Files.find(environment, 6, (path, attributes) -> path.endsWith(Path.of("site-packages", module)))) {
            return all.findFirst().orElseThrow();
        }
    }
}
