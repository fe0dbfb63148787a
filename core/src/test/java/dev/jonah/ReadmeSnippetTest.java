package dev.jonah;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the Java of README.md. */
class ReadmeSnippetTest {
    private static final List<String> SNIPPETS = Documentation.blocks("README.md").stream()
            .filter(block -> block.language().equals("java"))
            .map(Documentation.Block::text)
            .toList();

    @TempDir
    Path directory;

    @Test
    void theFirstSnippetPrintsTheUnexplainedFilesOfTheSample() throws Exception {
        String printed = run(SNIPPETS.get(0), InputStream.nullInputStream());
        assertThat(printed).contains("/usr/local/bin/rootsh [setuid").doesNotContain("/usr/sbin/keeper");
    }

    @Test
    void theFirstSnippetHasTenLinesAtMost() {
        assertThat(SNIPPETS.get(0).lines().count()).isLessThanOrEqualTo(10);
    }

    @Test
    void theSecondSnippetPrintsThePackagesOfADatabase() throws Exception {
        byte[] database = "P:musl\nV:1.2.5-r0\n\nP:zlib\nV:1.3-r2\n\n".getBytes(StandardCharsets.UTF_8);
        assertThat(run(SNIPPETS.get(1), new ByteArrayInputStream(database))).isEqualTo("musl 1.2.5-r0\nzlib 1.3-r2\n");
    }

    private String run(String snippet, InputStream in) throws Exception {
        Path sample = Documentation.ROOT.resolve("samples/demo.tar");
        String source = """
                import dev.jonah.*;
                import dev.jonah.diagnostic.*;
                import dev.jonah.image.*;
                import dev.jonah.ledger.*;
                import dev.jonah.result.*;
                import dev.jonah.sysdb.alpine.format.*;
                import java.io.*;
                import java.nio.file.*;
                import java.util.*;

                public class Snippet {
                    static class System {
                        static StringWriter text = new StringWriter();
                        static PrintWriter out = new PrintWriter(text);
                    }

                    public static String run(InputStream in) throws IOException {
                        SNIPPET
                        return System.text.toString().replace("\\r", "");
                    }
                }
                """.replace(
                "SNIPPET", snippet.replace("samples/demo.tar", sample.toString().replace('\\', '/')));
        try (URLClassLoader loader = Compiled.in(directory, Map.of("Snippet.java", source))) {
            return (String) loader.loadClass("Snippet")
                    .getMethod("run", InputStream.class)
                    .invoke(null, in);
        }
    }
}
