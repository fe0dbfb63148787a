package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.LayerBuilder;
import dev.jonah.testkit.RealTool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plugins in {@code examples} are built as strangers would build them and work in the command: named by {@code
 * --plugin-path}, and on the class path. What they read was made by the real package managers.
 */
class ExamplesTest {
    private static final String PACMAN = "pacman-plugin";
    private static final String ALT = "altlinux-plugin";
    private static final String LISTS = "/var/lib/apt/lists/";
    private static final String ARCHIVE = "/var/cache/apt/archives/demo_1%3a1.0-alt1_noarch.rpm";
    private static final Pattern PURL = Pattern.compile("\"purl\": ?\"([^\"]+)\"");

    @TempDir
    static Path directory;

    private static Examples examples;

    @BeforeAll
    static void build() throws IOException {
        examples = Examples.buildIn(directory.resolve("examples"));
    }

    /** The root file system of an example, and above it a layer that changes something. */
    private static Path image(String example, UnaryOperator<LayerBuilder> changes) throws IOException {
        byte[] root = Examples.root(example);
        FakeImage image = FakeImage.builder()
                .layer(layer -> layer.rawEntry(root))
                .layer(changes)
                .build();
        return Images.save(directory, example + ".tar", image.dockerArchive());
    }

    /** Verdict and path of each file, by the command in this JVM. */
    private static List<String> files(Path image, String example) throws IOException {
        CommandRun run = CommandRun.of("files", image, "--plugin-path", examples.jar(example));
        assertThat(run.err()).isEmpty();
        return run.lines().stream()
                .map(line -> line.replaceFirst(" +", " ").replaceFirst("  .*", ""))
                .toList();
    }

    private static List<String> purls(Path image, String example) throws IOException {
        CommandRun run = CommandRun.of("scan", image, "--plugin-path", examples.jar(example), "-o", "json");
        return PURL.matcher(run.out())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** What a JVM prints whose class path has the plugin, beside the command's own. */
    private static String onTheClassPath(String example, Path image, String... arguments) throws IOException {
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + examples.jar(example);
        List<String> all = new ArrayList<>(List.of("-cp", classPath, "dev.jonah.cli.Main"));
        all.addAll(Arrays.asList(arguments));
        all.add(image.toString());
        RealTool java = new RealTool(Path.of(System.getProperty("java.home"), "bin", "java"));
        return java.run(Map.of("LC_ALL", "C.UTF-8"), all.toArray(String[]::new)).succeeded();
    }

    @Test
    void eachIsNamedByTheCommandWithItsJar() throws IOException {
        for (String example : Examples.names()) {
            CommandRun run = CommandRun.of("plugins", "--plugin-path", examples.jar(example));
            assertThat(run.status()).as(run.out()).isZero();
            String jar = examples.jar(example).getFileName().toString();
            assertThat(run.lines())
                    .filteredOn(line -> line.contains(jar))
                    .as(example)
                    .isNotEmpty();
        }
    }

    @Test
    void pacmansPackagesAreFound() throws IOException {
        assertThat(purls(image(PACMAN, UnaryOperator.identity()), PACMAN))
                .containsExactly("pkg:alpm/arch/demo-doc@1:1.2-3?arch=any", "pkg:alpm/arch/demo@1:1.2-3?arch=x86_64");
    }

    @Test
    void pacmansFilesAreVerified() throws IOException {
        String local = "/var/lib/pacman/local/";
        assertThat(files(image(PACMAN, UnaryOperator.identity()), PACMAN))
                .containsExactly(
                        "VERIFIED /etc/demo.conf",
                        "VERIFIED /etc/demo.d/extra.conf",
                        "VERIFIED /usr/bin/demo",
                        "VERIFIED /usr/bin/demo-1.2",
                        "VERIFIED /usr/bin/demo-helper",
                        "VERIFIED /usr/bin/demonstrate",
                        "VERIFIED /usr/share/demo/empty",
                        "VERIFIED /usr/share/demo/group",
                        "VERIFIED /usr/share/demo/link=to spaces",
                        "VERIFIED /usr/share/demo/name with spaces é #1.txt",
                        "VERIFIED /usr/share/doc/demo/manual",
                        "OWNED /usr/share/doc/demo/pipe",
                        "VERIFIED /usr/share/locale/de/LC_MESSAGES/demo.mo",
                        "TRANSIENT " + local + "ALPM_DB_VERSION",
                        "OWNED " + local + "demo-1:1.2-3/desc",
                        "OWNED " + local + "demo-1:1.2-3/files",
                        "VERIFIED " + local + "demo-1:1.2-3/install",
                        "OWNED " + local + "demo-1:1.2-3/mtree",
                        "OWNED " + local + "demo-doc-1:1.2-3/desc",
                        "OWNED " + local + "demo-doc-1:1.2-3/files",
                        "OWNED " + local + "demo-doc-1:1.2-3/mtree");
    }

    @Test
    void whatWasDoneToPacmansFilesShows() throws IOException {
        Path image = image(
                PACMAN,
                layer -> layer.file("/etc/demo.conf", "colour = red\n")
                        .file("/usr/bin/demo-helper", "#!/bin/sh\nsh")
                        .symlink("/usr/bin/demonstrate", "elsewhere")
                        .file("/var/lib/pacman/local/demo-1:1.2-3/install", "post_install() { sh; }\n")
                        .file("/var/lib/pacman/local/ALPM_DB_VERSION", "#!/bin/sh")
                        .whiteout("/usr/share/doc/demo/manual"));
        assertThat(files(image, PACMAN))
                .contains(
                        "CONFIG_EDITED /etc/demo.conf",
                        "MODIFIED /usr/bin/demo-helper",
                        "MODIFIED /usr/bin/demonstrate",
                        "MODIFIED /var/lib/pacman/local/demo-1:1.2-3/install",
                        "UNEXPLAINED /var/lib/pacman/local/ALPM_DB_VERSION",
                        "VERIFIED /usr/bin/demo")
                .doesNotContain("VERIFIED /usr/share/doc/demo/manual");
    }

    @Test
    void altLinuxsPackagesAreReportedOnce() throws IOException {
        assertThat(purls(image(ALT, UnaryOperator.identity()), ALT))
                .containsExactly("pkg:rpm/altlinux/demo@1.0-alt1?arch=noarch&distro=altlinux-p11&epoch=1");
    }

    @Test
    void altLinuxsFilesAreVerifiedAndAptsExplained() throws IOException {
        assertThat(files(image(ALT, UnaryOperator.identity()), ALT))
                .contains(
                        "VERIFIED /etc/demo.conf",
                        "VERIFIED /usr/bin/demo",
                        "VERIFIED /usr/bin/other",
                        "TRANSIENT " + ARCHIVE,
                        "TRANSIENT " + LISTS + "ftp.altlinux.org_x86%5f64_base_pkglist.classic",
                        "TRANSIENT " + LISTS + "lock");
    }

    @Test
    void whatWasDoneToAltLinuxsFilesShows() throws IOException {
        Path image = image(
                ALT,
                layer -> layer.file("/etc/demo.conf", "x")
                        .file("/usr/bin/demo", "x")
                        .file(LISTS + "lock", "x")
                        .file(ARCHIVE, "\u007fELF"));
        assertThat(files(image, ALT))
                .contains(
                        "CONFIG_EDITED /etc/demo.conf",
                        "MODIFIED /usr/bin/demo",
                        "UNEXPLAINED " + LISTS + "lock",
                        "UNEXPLAINED " + ARCHIVE);
    }

    @Test
    void theClassPathMakesNoDifference() throws IOException {
        for (String example : List.of(PACMAN, ALT)) {
            Path image = image(example, layer -> layer.file("/etc/demo.conf", "edited"));
            CommandRun named = CommandRun.of("scan", image, "--plugin-path", examples.jar(example), "-o", "json");
            assertThat(onTheClassPath(example, image, "scan", "-o", "json")).isEqualTo(named.out());
        }
    }

    @Test
    void withoutThePluginNothingIsKnown() throws IOException {
        CommandRun run = CommandRun.of("files", image(PACMAN, UnaryOperator.identity()));
        assertThat(run.lines()).noneMatch(line -> line.startsWith("VERIFIED"));
    }
}
