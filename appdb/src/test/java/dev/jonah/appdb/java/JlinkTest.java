package dev.jonah.appdb.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.java.format.RuntimeImageReader;
import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.MemoryBlob;
import dev.jonah.testkit.RealTool;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with runtimes that {@code jlink} makes, with a module of an application in them. */
class JlinkTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"0", "2"})
    void modulesAreThoseThatWereLinked(String compression) throws IOException {
        byte[] container = link(compression);
        List<ModuleDescriptor> found = RuntimeImageReader.read(bytes(container));
        assertThat(found).extracting(ModuleDescriptor::name).containsExactlyInAnyOrder("java.base", "org.example.shop");
        assertThat(found).extracting(module -> module.rawVersion().orElse("")).contains("1.4");
    }

    @Test
    void aRuntimeWithoutItsReleaseFileIsFoundWithTheApplicationInIt() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/opt/java/lib/modules", link("0"))
                .file("/opt/java/bin/java", "x")
                .file("/opt/java/bin/other", "x")
                .build();
        List<SoftwarePackage> found = Scans.packages(tree).parse(new JavaRuntimeParser());
        assertThat(found).extracting(p -> p.purl().name()).containsExactly("openjdk", "org.example.shop");
        assertThat(found.get(0).extra()).containsEntry("java.modules", "java.base org.example.shop");
        assertThat(found.get(0).purl().version()).isNotEmpty();
        assertThat(found.get(0).files())
                .extracting(file -> file.path().toString())
                .containsExactly("/opt/java/bin/java", "/opt/java/lib/modules");
        assertThat(found.get(1).purl().version()).isEqualTo("1.4");
        assertThat(found.get(1).dependencies()).containsExactly("java.base");
    }

    @Test
    void aDamagedContainerGivesAResultOrAnErrorOfTheReader() throws IOException {
        byte[] container = link("2");
        Random random = new Random(1);
        int index = Math.min(container.length, 40_000);
        for (int i = 0; i < 3000; i++) {
            int at = i < 28 ? i : random.nextInt(index);
            byte old = container[at];
            container[at] = (byte) random.nextInt(256);
            try {
                assertThat(RuntimeImageReader.read(bytes(container))).hasSizeLessThan(10_001);
            } catch (DamagedProgramException expected) {
                assertThat(expected).hasMessageContaining(" ");
            }
            container[at] = old;
        }
    }

    private static ProgramBytes bytes(byte[] container) throws IOException {
        return new ProgramBytes(MemoryBlob.of(container).openChannel());
    }

    private byte[] link(String compression) throws IOException {
        Path source = Files.writeString(directory.resolve("module-info.java"), "module org.example.shop { }");
        Path classes = directory.resolve("classes");
        RealTool.named("javac").run("-d", "" + classes, "" + source).succeeded();
        String module = directory.resolve("shop.jar").toString();
        RealTool.named("jar")
                .run("--create", "--file", module, "--module-version", "1.4", "-C", "" + classes, ".")
                .succeeded();
        Path runtime = directory.resolve("runtime");
        RealTool.named("jlink")
                .run(
                        "--module-path",
                        module,
                        "--add-modules",
                        "org.example.shop",
                        "--compress",
                        compression,
                        "--output",
                        "" + runtime)
                .succeeded();
        return Files.readAllBytes(runtime.resolve("lib/modules"));
    }
}
