package dev.jonah.appdb.conda;

import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** The environment that rattler makes of three packages; {@code make.py} beside the records tells how. */
final class Installed {
    static final String ENV = "/opt/demo/env";
    static final String SITE = ENV + "/lib/python3.11/site-packages";
    private static final String INTERPRETER = "#!/bin/sh\nexec /usr/local/bin/python3.11 \"$@\"\n";

    private Installed() {}

    static FakeTreeBuilder tree() {
        return FakeTree.builder()
                .file(ENV + "/conda-meta/history", "")
                .file(ENV + "/conda-meta/greet-2.0-pyhd_0.json", record("greet-2.0-pyhd_0.json"))
                .file(ENV + "/conda-meta/hello-1.0-h1.json", record("hello-1.0-h1.json"))
                .file(ENV + "/conda-meta/python-3.11.7-h0_0_cpython.json", record("python-3.11.7-h0_0_cpython.json"))
                .file(ENV + "/bin/greet", entryPoint())
                .file(ENV + "/bin/greet-script", "#!/usr/bin/env python\n")
                .file(ENV + "/bin/hello", "#!" + ENV + "/bin/python\nprint(\"hello\")\n")
                .file(ENV + "/bin/python3.11", INTERPRETER)
                .symlink(ENV + "/bin/python", "python3.11")
                .symlink(ENV + "/bin/python3", "python3.11")
                .file(ENV + "/lib/libhello.so.1", library())
                .symlink(ENV + "/lib/libhello.so", "libhello.so.1")
                .file(ENV + "/lib/python3.11/os.py", "name = \"posix\"\n")
                .file(SITE + "/greet/__init__.py", "def main():\n    print(\"hi\")\n")
                .file(SITE + "/greet-2.0.dist-info/INSTALLER", "conda\n")
                .file(SITE + "/greet-2.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: greet\nVersion: 2.0\n")
                .file(SITE + "/greet-2.0.dist-info/RECORD", "greet/__init__.py,sha256=x,28\n")
                .file(ENV + "/share/hello/data.txt", "data\n")
                .file(ENV + "/share/hello/empty", "");
    }

    static byte[] record(String name) {
        try (InputStream in = Objects.requireNonNull(Installed.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entryPoint() {
        return "#!" + ENV
                + "/bin/python3.11\n# -*- coding: utf-8 -*-\nimport re\nimport sys\n\nfrom greet import main\n\n"
                + "if __name__ == '__main__':\n"
                + "\tsys.argv[0] = re.sub(r'(-script\\.pyw?|\\.exe)?$', '', sys.argv[0])\n"
                + "\tsys.exit(main())\n";
    }

    /** The path of the environment in place of a longer one, and what came behind it moved up. */
    private static byte[] library() {
        byte[] start = ("\177ELF" + ENV + "/share/hello").getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(start, 237);
        System.arraycopy("\0tail\0".getBytes(StandardCharsets.ISO_8859_1), 0, whole, 231, 6);
        return whole;
    }
}
