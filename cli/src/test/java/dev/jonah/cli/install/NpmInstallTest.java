package dev.jonah.cli.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * npm, with packages that it packs of directories. It records what packages it installed, and not with which files: a changed
 * file cannot be told, an added one is owned like the rest of its directory, and the evidence says so.
 */
class NpmInstallTest {
    private static final String MODULES = "/srv/app/node_modules";

    @TempDir
    Path directory;

    private Path modules = Path.of("");

    @BeforeEach
    void install() throws IOException {
        Project project = new Project(directory.resolve("root/srv/app"))
                .file("package.json", "{\"name\": \"app\", \"version\": \"1.0.0\"}");
        RealTool npm = RealTool.named("npm");
        Map<String, String> environment = Map.of(
                "npm_config_cache", directory.resolve("cache").toString(),
                "npm_config_userconfig", directory.resolve("npmrc").toString());
        for (String name : new String[] {"greeting", "other"}) {
            Project source = new Project(directory.resolve(name))
                    .file("package.json", "{\"name\": \"" + name + "\", \"version\": \"1.0.0\"}")
                    .file("index.js", "module.exports = '" + name + "'\n")
                    .file("spare.js", "module.exports = 1\n");
            npm.run(environment, "pack", source.toString(), "--pack-destination", directory.toString())
                    .succeeded();
        }
        npm.run(
                        environment,
                        "install",
                        "--prefix",
                        project.toString(),
                        "--offline",
                        "--no-audit",
                        "--no-fund",
                        directory.resolve("greeting-1.0.0.tgz").toString(),
                        directory.resolve("other-1.0.0.tgz").toString())
                .succeeded();
        modules = project.directory().resolve("node_modules");
    }

    @Test
    void filesOfAPackageAreOwnedByDirectory() throws IOException {
        Ledger before = Ledger.of(directory.resolve("root"));
        assertThat(before.packages()).contains("pkg:npm/greeting@1.0.0", "pkg:npm/other@1.0.0");

        Files.writeString(modules.resolve("greeting/index.js"), "changed()\n");
        Files.writeString(modules.resolve("greeting/added.js"), "added()\n");
        Files.writeString(modules.resolve("stray.js"), "stray()\n");
        Files.delete(modules.resolve("greeting/spare.js"));

        Ledger after = Ledger.of(directory.resolve("root"));
        assertThat(before.changesTo(after))
                .containsExactly(
                        MODULES + "/greeting/added.js: nothing, then OWNED",
                        MODULES + "/greeting/spare.js: OWNED, then nothing",
                        MODULES + "/stray.js: nothing, then UNEXPLAINED");
        assertThat(after.evidence().get(MODULES + "/greeting/index.js"))
                .contains("nothing recorded to compare", "by directory");
    }

    @Test
    void packagesAreHeldAgainstNpmsRecord() throws IOException {
        Ledger before = Ledger.of(directory.resolve("root"));
        assertThat(before.diagnostics()).isEmpty();

        new Project(modules)
                .file("greeting/package.json", "{\"name\": \"greeting\", \"version\": \"6.6.6\"}")
                .file("added/package.json", "{\"name\": \"added\", \"version\": \"1.0.0\"}");
        for (String file : new String[] {"index.js", "package.json", "spare.js", ""}) {
            Files.delete(modules.resolve("other").resolve(file));
        }

        Ledger after = Ledger.of(directory.resolve("root"));
        assertThat(after.diagnostics()).containsExactly("npm.lock.absent", "npm.lock.differs", "npm.lock.unnamed");
        assertThat(before.changesTo(after))
                .containsExactly(
                        MODULES + "/added/package.json: nothing, then OWNED",
                        MODULES + "/other/index.js: OWNED, then nothing",
                        MODULES + "/other/package.json: OWNED, then nothing",
                        MODULES + "/other/spare.js: OWNED, then nothing");
    }
}
