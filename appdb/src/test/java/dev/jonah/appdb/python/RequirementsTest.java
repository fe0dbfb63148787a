package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.Edges;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementsTest {
    private static final String SITE = "/opt/venv/lib/python3.11/site-packages/";

    /** A tree that is written by distribution: {@code directory/name}, and what it requires. */
    private static final class Site {
        private final FakeTreeBuilder tree = FakeTree.builder();

        Site has(String directory, String name, String... requirements) {
            tree.file(
                    directory + name.replace('-', '_') + "-1.0.dist-info/METADATA",
                    "Name: " + name + "\nVersion: 1.0\n"
                            + String.join(
                                    "",
                                    List.of(requirements).stream()
                                            .map(r -> "Requires-Dist: " + r + "\n")
                                            .toList()));
            return this;
        }

        Site file(String path, String content) {
            tree.file(path, content);
            return this;
        }

        List<String> edges() throws IOException {
            return Edges.of(tree.build(), new PythonParser());
        }
    }

    private static String edge(String from, String directory, String to) {
        return from + " -> " + directory + to + "-1.0.dist-info/METADATA";
    }

    @Test
    void aRequirementIsTheNeighbourOfThatName() throws IOException {
        assertThat(new Site()
                        .has(SITE, "requests", "Typing.Extensions (>=4)", "idna<4,>=2.5", "absent")
                        .has(SITE, "typing-extensions")
                        .has(SITE, "idna")
                        .edges())
                .containsExactly(edge("requests", SITE, "typing_extensions"), edge("requests", SITE, "idna"));
    }

    @Test
    void whatAnExtraAsksForIsNotRequired() throws IOException {
        assertThat(new Site()
                        .has(SITE, "a", "b; extra == \"test\"", "c ; python_version >= '3.8' and extra == 'test'")
                        .has(SITE, "b")
                        .has(SITE, "c")
                        .edges())
                .isEmpty();
    }

    @Test
    void conditionsAreThoseOfLinuxAndOfThePythonAtHand() throws IOException {
        assertThat(new Site()
                        .has(
                                SITE,
                                "a",
                                "w; sys_platform == 'win32'",
                                "old; python_version < \"3.8\"",
                                "b; python_version >= '3.8' and os_name == 'posix'",
                                "c; platform_machine == 'x86_64'")
                        .has(SITE, "w")
                        .has(SITE, "old")
                        .has(SITE, "b")
                        .has(SITE, "c")
                        .edges())
                .containsExactly(edge("a", SITE, "b"), edge("a", SITE, "c"));
    }

    @Test
    void aVirtualEnvironmentIsAlone() throws IOException {
        assertThat(new Site()
                        .has(SITE, "a", "b")
                        .has("/usr/lib/python3.11/site-packages/", "b")
                        .file("/opt/venv/pyvenv.cfg", "home = /usr/bin\ninclude-system-site-packages = false\n")
                        .edges())
                .isEmpty();
    }

    @Test
    void aVirtualEnvironmentThatSaysSoSeesTheSystem() throws IOException {
        assertThat(new Site()
                        .has(SITE, "a", "b", "c")
                        .has(SITE, "b")
                        .has("/usr/lib/python3/dist-packages/", "b")
                        .has("/usr/lib/python3/dist-packages/", "c")
                        .file("/opt/venv/pyvenv.cfg", "home = /usr/bin\nInclude-System-Site-Packages = True\n")
                        .edges())
                .containsExactly(edge("a", SITE, "b"), edge("a", "/usr/lib/python3/dist-packages/", "c"));
    }

    @Test
    void whatWasInstalledLocallyHidesWhatTheDistributionInstalled() throws IOException {
        assertThat(new Site()
                        .has("/usr/lib/python3/dist-packages/", "a", "b", "c")
                        .has("/usr/lib/python3/dist-packages/", "b")
                        .has("/usr/lib/python3/dist-packages/", "c")
                        .has("/usr/local/lib/python3.11/dist-packages/", "b")
                        .edges())
                .containsExactly(
                        edge("a", "/usr/local/lib/python3.11/dist-packages/", "b"),
                        edge("a", "/usr/lib/python3/dist-packages/", "c"));
    }

    @Test
    void anInterpreterOfItsOwnDoesNotSeeThatOfTheDistribution() throws IOException {
        assertThat(new Site()
                        .has("/usr/local/lib/python3.12/site-packages/", "a", "b")
                        .has("/usr/lib/python3.12/site-packages/", "b")
                        .has("/usr/lib/python3/dist-packages/", "c", "a")
                        .file("/usr/local/bin/python3.12", "")
                        .edges())
                .isEmpty();
    }

    @Test
    void pureAndCompiledModulesLieInTwoDirectories() throws IOException {
        assertThat(new Site()
                        .has("/usr/lib/python3.9/site-packages/", "a", "b")
                        .has("/usr/lib64/python3.9/site-packages/", "b", "a")
                        .edges())
                .containsExactlyInAnyOrder(
                        edge("a", "/usr/lib64/python3.9/site-packages/", "b"),
                        edge("b", "/usr/lib/python3.9/site-packages/", "a"));
    }

    @Test
    void ofTwoOfOneNameNeitherIsMeant() throws IOException {
        assertThat(new Site()
                        .has(SITE, "a", "b")
                        .has(SITE, "b")
                        .file(SITE + "b-2.0.dist-info/METADATA", "Name: b\nVersion: 2.0\n")
                        .edges())
                .isEmpty();
    }

    @Test
    void eggsAreNeighboursToo() throws IOException {
        assertThat(new Site()
                        .has(SITE, "a", "b", "c")
                        .file(SITE + "b-1.0-py3.11.egg/EGG-INFO/PKG-INFO", "Name: b\nVersion: 1.0\n")
                        .file(SITE + "b-1.0-py3.11.egg/EGG-INFO/requires.txt", "a\n\n[x]\nc\n")
                        .file(SITE + "c-1.0-py3.11.egg-info", "Name: c\nVersion: 1.0\n")
                        .edges())
                .containsExactly(
                        "a -> " + SITE + "b-1.0-py3.11.egg/EGG-INFO/PKG-INFO",
                        "a -> " + SITE + "c-1.0-py3.11.egg-info",
                        "b -> " + SITE + "a-1.0.dist-info/METADATA");
    }

    @Test
    void aDirectoryOfAnotherLayoutIsSearchedAlone() throws IOException {
        assertThat(new Site().has("/var/task/", "a", "b").has("/var/task/", "b").edges())
                .containsExactly(edge("a", "/var/task/", "b"));
    }
}
