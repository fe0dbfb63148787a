package dev.jonah.appdb.golang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.RealTool;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with {@code go version -m} over programs of the installed Go. */
class GoToolTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"linux,amd64,-s -w", "linux,386,", "linux,s390x,-s", "windows,amd64,-s -w", "darwin,arm64,"})
    void theModulesAreThoseThatGoNames(String system, String architecture, String linkerOptions) throws IOException {
        RealTool go = RealTool.named("go");
        write(
                "app/go.mod",
                "module example.com/App\n\ngo 1.19\n\nrequire example.com/Lib v1.5.0\n\n"
                        + "replace example.com/Lib => ../lib\n");
        write("app/main.go", "package main\n\nimport lib \"example.com/Lib\"\n\nfunc main() { println(lib.Text) }\n");
        write("lib/go.mod", "module example.com/Lib\n\ngo 1.19\n");
        write("lib/lib.go", "package lib\n\nconst Text = \"x\"\n");
        Path program = directory.resolve("program");
        String options = linkerOptions == null ? "" : linkerOptions;
        go.run(
                        Map.of(
                                "GOOS",
                                system,
                                "GOARCH",
                                architecture,
                                "CGO_ENABLED",
                                "0",
                                "GOFLAGS",
                                "-mod=mod",
                                "GOTOOLCHAIN",
                                "local",
                                "GOPROXY",
                                "off"),
                        "build",
                        "-C",
                        directory.resolve("app").toString(),
                        "-ldflags",
                        options,
                        "-o",
                        program.toString(),
                        ".")
                .succeeded();
        String said = go.run("version", "-m", program.toString()).succeeded();
        List<SoftwarePackage> found = Scans.packages(FakeTree.builder()
                        .file("/bin/app", Files.readAllBytes(program))
                        .build())
                .parse(new GoProgramParser());
        assertThat(found)
                .extracting(p -> p.purl().namespace() + "/" + p.purl().name())
                .containsExactly("example.com/App", "example.com/Lib", "null/stdlib");
        assertThat(said).contains("dep\texample.com/Lib\tv1.5.0").contains("=>\t../lib");
        assertThat(found.get(1).purl().version()).isEqualTo("v1.5.0");
        assertThat(found.get(1).extra()).containsEntry("go.replaced-by", "../lib");
        String version = said.lines().findFirst().orElseThrow().replaceAll(".*: ", "");
        assertThat(found.get(0).extra()).containsEntry("go.version", version);
        assertThat(found.get(0).extra()).containsEntry("go.goarch", architecture);
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
