package dev.jonah.declared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.declared.beam.format.RebarLockReader;
import dev.jonah.declared.conda.format.PixiLockReader;
import dev.jonah.declared.cpp.format.ConanLockReader;
import dev.jonah.declared.format.DeclarationReader;
import dev.jonah.declared.format.Declared;
import dev.jonah.declared.helm.format.ChartReader;
import dev.jonah.declared.node.format.BunBinaryLockReader;
import dev.jonah.declared.node.format.BunLockReader;
import dev.jonah.declared.node.format.NpmLockReader;
import dev.jonah.declared.node.format.PnpmLockReader;
import dev.jonah.declared.node.format.YarnLockReader;
import dev.jonah.declared.php.format.ComposerLockReader;
import dev.jonah.declared.python.format.PipfileLockReader;
import dev.jonah.declared.python.format.PoetryLockReader;
import dev.jonah.declared.python.format.PylockReader;
import dev.jonah.declared.python.format.RequirementsReader;
import dev.jonah.declared.python.format.UvLockReader;
import dev.jonah.declared.ruby.format.GemfileLockReader;
import dev.jonah.declared.rust.format.CargoLockReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lock files as the real tools write them, and what those tools list of them. */
class RealLockFilesTest {
    private static final String[] REGISTRY = {
        "@sindresorhus/is 4.6.0", "debug 4.4.3", "fsevents 2.3.3", "left-pad 1.2.0", "ms 2.0.0", "ms 2.1.3"
    };
    private static final String[] PYTHON = {"attrs 26.1.0", "idna 3.7", "iniconfig 2.0.0"};

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void npmListsPackagesWorkspacesAndTheProject(int version) throws IOException {
        List<String> names = names(NpmLockReader::read, "npm-" + version + ".package-lock.json");
        assertThat(names)
                .contains(REGISTRY)
                .contains("inner 1.0.0", "sample-app 1.0.0")
                .hasSize(8);
    }

    @Test
    void npmOfVersionOneHasNoWorkspaces() throws IOException {
        assertThat(names(NpmLockReader::read, "npm-1.package-lock.json"))
                .containsExactly(
                        "@sindresorhus/is 4.6.0",
                        "debug 4.4.3",
                        "fsevents 2.3.3",
                        "left-pad 1.2.0",
                        "ms 2.1.3",
                        "sample-app 1.0.0");
    }

    @Test
    void yarnListsPackagesOfTheRegistry() throws IOException {
        assertThat(names(YarnLockReader::read, "yarn-1.yarn.lock")).containsExactly(REGISTRY);
    }

    @Test
    void berryListsPatchedPackagesAndWorkspacesToo() throws IOException {
        assertThat(names(YarnLockReader::read, "berry.yarn.lock"))
                .contains(REGISTRY)
                .contains("inner", "sample-app")
                .hasSize(REGISTRY.length + 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 10})
    void pnpmListsPackagesOfTheRegistry(int version) throws IOException {
        assertThat(names(PnpmLockReader::read, "pnpm-" + version + ".pnpm-lock.yaml"))
                .containsExactly(REGISTRY);
    }

    @Test
    void bunListsPackagesAndWorkspaces() throws IOException {
        assertThat(names(BunLockReader::read, "bun.lock"))
                .contains(REGISTRY)
                .contains("inner")
                .hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void bunsBinaryFileListsTheProjectToo(int version) throws IOException {
        Declared declared = Declared.ofReal(BunBinaryLockReader::read, "bun-" + version + ".bun.lockb");
        assertThat(declared.failure).isNull();
        assertThat(declared.unread).isEmpty();
        assertThat(declared.names())
                .contains(REGISTRY)
                .contains("inner", "sample-app")
                .hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void bunsBinaryFileSaysTheSameAsItsText(int version) throws IOException {
        assertThat(described(BunBinaryLockReader::read, "bun-" + version + ".bun.lockb"))
                .isEqualTo(described(BunLockReader::read, "bun.lock"));
    }

    /** What is from the registry: name, version, checksum and what it needs. */
    private static List<String> described(DeclarationReader reader, String file) throws IOException {
        return Declared.ofReal(reader, file).found.stream()
                .filter(d -> d.version() != null)
                .map(d -> d.name() + " " + d.version() + " " + d.integrity() + " " + d.dependencies())
                .sorted()
                .toList();
    }

    @Test
    void pixiListsPackagesOfCondaAndPip() throws IOException {
        assertThat(names(PixiLockReader::read, "pixi-7.pixi.lock"))
                .containsExactly("idna 3.7", "libfoo 1.10", "libfoo 1.10");
    }

    @Test
    void conanListsWhatIsForBuildingToo() throws IOException {
        assertThat(names(ConanLockReader::read, "conan.lock")).containsExactly("zlibby 1.10", "zlibby 1.10");
    }

    @Test
    void rebarListsRepositories() throws IOException {
        assertThat(names(RebarLockReader::read, "rebar.lock")).containsExactly("dep1");
    }

    @Test
    void helmListsTheChartAndWhatWasChosenForIt() throws IOException {
        assertThat(names(ChartReader::readChart, "Chart.yaml")).containsExactly("shop 0.1.0");
        assertThat(names(ChartReader::readLock, "Chart.lock")).containsExactly("base 0.1.0");
    }

    @Test
    void uvListsTheProjectToo() throws IOException {
        assertThat(names(UvLockReader::read, "uv.lock"))
                .contains(PYTHON)
                .contains("pyyaml 6.0.1", "sample-app 1.0.0")
                .hasSize(5);
    }

    @Test
    void pylockIsWhatUvExports() throws IOException {
        assertThat(names(PylockReader::read, "pylock.toml")).containsExactly(PYTHON);
    }

    @Test
    void poetryTwoKnowsGroups() throws IOException {
        Declared declared = Declared.ofReal(PoetryLockReader::read, "poetry-2.poetry.lock");
        assertThat(declared.names()).contains(PYTHON).contains("pyyaml 6.0.1").hasSize(4);
        assertThat(declared.found)
                .filteredOn(d -> d.name().equals("iniconfig"))
                .allSatisfy(d -> assertThat(d.scopes()).containsExactly("dev"));
    }

    @Test
    void poetryOneKnowsCategories() throws IOException {
        Declared declared = Declared.ofReal(PoetryLockReader::read, "poetry-1.poetry.lock");
        assertThat(declared.names()).containsExactly("idna 3.7", "iniconfig 2.0.0");
        assertThat(declared.found.get(0).integrity()).hasSize(2);
        assertThat(declared.found.get(1).scopes()).containsExactly("dev");
    }

    @Test
    void pipenvAndPipPinVersions() throws IOException {
        assertThat(names(PipfileLockReader::read, "Pipfile.lock")).containsExactly(PYTHON);
        assertThat(names(RequirementsReader::read, "requirements.txt")).containsExactly("attrs 26.1.0", "idna 3.7");
    }

    @Test
    void cargoListsTheWorkspaceToo() throws IOException {
        assertThat(names(CargoLockReader::read, "Cargo.lock"))
                .containsExactly("inner 0.1.0", "itoa 1.0.9", "memchr 2.8.3", "sample-app 1.0.0");
    }

    @Test
    void composerKeepsVersionsAsTheyAreTagged() throws IOException {
        assertThat(names(ComposerLockReader::read, "composer.lock"))
                .containsExactly("acme/app v1.2.3", "acme/tests dev-main", "psr/log 3.0.0");
    }

    @Test
    void bundlerListsGemsOfPathsToo() throws IOException {
        assertThat(names(GemfileLockReader::read, "Gemfile.lock"))
                .containsExactly("own 0.2.0", "power_assert 2.0.1", "rake 13.0.6", "test-unit 3.5.3");
    }

    private static List<String> names(DeclarationReader reader, String file) throws IOException {
        Declared declared = Declared.ofReal(reader, file);
        assertThat(declared.failure).isNull();
        assertThat(declared.unread).isEmpty();
        return declared.names();
    }
}
