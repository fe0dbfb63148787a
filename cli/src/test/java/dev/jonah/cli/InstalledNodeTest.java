package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.Jonah;
import dev.jonah.image.Image;
import dev.jonah.ledger.Verdict;
import dev.jonah.result.FileResult;
import dev.jonah.result.PackageResult;
import dev.jonah.result.ScanResult;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.LayerBuilder;
import dev.jonah.testkit.RealTool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A project that the real npm installs from archives that it packed, and what a later layer then does to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstalledNodeTest {
    private static final String MODULES = "/app/node_modules/";

    @TempDir
    static Path directory;

    private Path project = Path.of("");

    @BeforeAll
    void install() throws IOException {
        RealTool npm = RealTool.named("npm");
        Path alpha = directory.resolve("alpha");
        write(alpha.resolve("package.json"), """
                {"name": "@acme/alpha", "version": "1.2.0", "license": "MIT", "bin": {"alpha": "cli.js"},
                 "dependencies": {"beta": "^2.0.0"}, "bundleDependencies": ["beta"]}
                """);
        write(alpha.resolve("cli.js"), "#!/usr/bin/env node\nrequire('beta');\n");
        write(alpha.resolve("node_modules/beta/package.json"), "{\"name\": \"beta\", \"version\": \"2.0.0\"}");
        write(alpha.resolve("node_modules/beta/index.js"), "module.exports = 2;\n");
        Path beta = directory.resolve("beta");
        write(beta.resolve("package.json"), "{\"name\": \"beta\", \"version\": \"1.0.0\"}");
        write(beta.resolve("index.js"), "module.exports = 1;\n");
        write(beta.resolve("readme.md"), "Beta\n");
        project = directory.resolve("app");
        write(project.resolve("package.json"), """
                {"name": "shop", "version": "0.1.0", "dependencies":
                 {"@acme/alpha": "file:../acme-alpha-1.2.0.tgz", "beta": "file:../beta-1.0.0.tgz"}}
                """);
        Map<String, String> settings = Map.of(
                "npm_config_cache", directory.resolve("cache").toString(),
                "npm_config_offline", "true",
                "npm_config_audit", "false",
                "npm_config_fund", "false",
                "npm_config_update_notifier", "false");
        for (Path each : List.of(alpha, beta)) {
            npm.run(settings, "pack", "--pack-destination", directory.toString(), each.toString())
                    .succeeded();
        }
        npm.run(settings, "install", "--prefix", project.toString()).succeeded();
        Files.deleteIfExists(project.resolve("package-lock.json"));
    }

    private LayerBuilder installed(LayerBuilder layer) {
        try (Stream<Path> paths = Files.walk(project)) {
            for (Path path : paths.sorted().toList()) {
                String name = "/app/" + project.relativize(path);
                if (Files.isSymbolicLink(path)) {
                    layer.symlink(name, Files.readSymbolicLink(path).toString());
                } else if (Files.isRegularFile(path)) {
                    layer.file(name, Files.readAllBytes(path)).mode(name, Files.isExecutable(path) ? 0755 : 0644);
                }
            }
            return layer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SafeVarargs
    private ScanResult scan(UnaryOperator<LayerBuilder>... later) throws IOException {
        FakeImage.Builder builder = FakeImage.builder().layer(this::installed);
        for (UnaryOperator<LayerBuilder> layer : later) {
            builder.layer(layer);
        }
        Jonah jonah = Jonah.create();
        byte[] archive = builder.build().dockerArchive();
        try (Image image = jonah.open(
                jonah.request("app.tar", new ByteArrayInputStream(archive)).build())) {
            return jonah.scan(image);
        }
    }

    @Test
    void everyFileIsAccountedFor() throws IOException {
        assertThat(scan().files())
                .extracting(FileResult::verdict)
                .containsOnly(Verdict.OWNED, Verdict.DERIVED, Verdict.TRANSIENT);
        assertThat(scan().files()).allMatch(file -> file.signals().isEmpty() || file.verdict() != Verdict.OWNED);
    }

    @Test
    void dependenciesMeanWhatNodeWouldLoad() throws IOException {
        Map<String, PackageResult> byId = new TreeMap<>();
        List<PackageResult> packages = scan().packages();
        packages.forEach(found -> byId.put(found.id(), found));
        assertThat(packages.stream()
                        .flatMap(found ->
                                found.resolved().stream().map(id -> Names.of(found) + " -> " + Names.of(byId.get(id)))))
                .containsExactlyInAnyOrder(
                        "shop 0.1.0 -> alpha 1.2.0", "shop 0.1.0 -> beta 1.0.0", "alpha 1.2.0 -> beta 2.0.0");
    }

    @Test
    void whatALaterLayerChangesAndAddsIsToldAndNothingElse() throws IOException {
        ScanResult result = scan(layer -> layer.file(MODULES + "beta/index.js", "require('child_process');\n")
                .file(MODULES + "@acme/alpha/lib/planted.js", "x")
                .whiteout(MODULES + "beta/readme.md")
                .file(MODULES + "planted.js", "nothing that anybody installed\n"));
        Map<String, String> told = new TreeMap<>();
        for (FileResult file : result.files()) {
            if (file.verdict() == Verdict.UNEXPLAINED || !file.signals().isEmpty() && file.verdict() == Verdict.OWNED) {
                told.put(file.entry().path().toString(), file.verdict() + " " + file.signals());
            }
        }
        assertThat(told)
                .isEqualTo(Map.of(
                        MODULES + "@acme/alpha/lib/planted.js", "OWNED [added-to-package]",
                        MODULES + "beta/index.js", "OWNED [changed-in-package]",
                        MODULES + "planted.js", "UNEXPLAINED []"));
    }

    @Test
    void whatALaterLayerRemovesIsStillShipped() throws IOException {
        assertThat(scan(layer -> layer.whiteout(MODULES + "beta/readme.md")).hidden())
                .extracting(version -> version.entry().path().toString())
                .containsExactly(MODULES + "beta/readme.md");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
