package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginPathTest {
    private static final String SERVICE = "META-INF/services/dev.jonah.result.ResultWriter";

    @TempDir
    Path directory;

    private Path goodJar() throws IOException {
        Path source = Files.writeString(directory.resolve("Counter.java"), """
                import dev.jonah.result.*;
                public class Counter implements ResultWriter {
                    public String id() { return "acme.count"; }
                    public String format() { return "count"; }
                    public void write(ScanResult result, java.io.OutputStream out) throws java.io.IOException {
                        out.write((result.files().size() + " files\\n").getBytes());
                    }
                }
                """);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        directory.toString(),
                        source.toString());
        assertThat(status).isZero();
        return jar("counter.jar", "Counter", Files.readAllBytes(directory.resolve("Counter.class")));
    }

    private Path jar(String name, String provider, byte[] type) throws IOException {
        Path jar = Files.createDirectories(directory.resolve("plugins")).resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry(SERVICE));
            entries.write(provider.getBytes(StandardCharsets.UTF_8));
            entries.putNextEntry(new JarEntry(provider + ".class"));
            entries.write(type);
            entries.closeEntry();
        }
        return jar;
    }

    private Path image() {
        return Images.save(directory, "plain.tar", Images.plain().dockerArchive());
    }

    @Test
    void addsAFormat() throws IOException {
        CommandRun run = CommandRun.of("scan", image(), "--plugin-path", goodJar(), "-o", "count");
        assertThat(run.out()).isEqualTo("1 files\n");
    }

    @Test
    void mayBeADirectory() throws IOException {
        Path plugins = goodJar().resolveSibling("");
        assertThat(CommandRun.of("plugins", "--plugin-path", plugins).lines())
                .containsSubsequence(List.of("counter.jar"))
                .anyMatch(line -> line.contains("acme.count"));
    }

    @Test
    void survivesAJarWithABrokenClass() throws IOException {
        Path bad = jar("bad.jar", "Broken", "no class".getBytes(StandardCharsets.UTF_8));
        CommandRun run = CommandRun.of("scan", image(), "--plugin-path", bad);
        assertThat(run.out()).startsWith("plain:1");
        assertThat(run.err()).contains("warning: ", "Broken");
    }

    @Test
    void listsWhatFailedToLoad() throws IOException {
        Path bad = jar("bad.jar", "Broken", "no class".getBytes(StandardCharsets.UTF_8));
        CommandRun run = CommandRun.of("plugins", "--plugin-path", bad);
        assertThat(run.out()).contains("Failed to load\n  ResultWriter: ");
        assertThat(run.status()).isEqualTo(4);
    }

    @Test
    void refusesADirectoryWithoutJars() {
        CommandRun run = CommandRun.of("plugins", "--plugin-path", directory);
        assertThat(run.err()).isEqualTo("jonah: --plugin-path: no jar in " + directory + "\n");
        assertThat(run.status()).isEqualTo(2);
    }
}
