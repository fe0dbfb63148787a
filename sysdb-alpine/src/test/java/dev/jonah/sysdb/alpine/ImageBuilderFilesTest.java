package dev.jonah.sysdb.alpine;

import static dev.jonah.sysdb.alpine.Installations.explained;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageBuilderFilesTest extends ExplainerContract {
    private static final String OS_RELEASE = """
            NAME="Alpine Linux"
            ID=alpine
            VERSION_ID=3.20.3
            PRETTY_NAME="Alpine Linux v3.20"
            HOME_URL="https://alpinelinux.org/"
            BUG_REPORT_URL="https://gitlab.alpinelinux.org/alpine/aports/-/issues"
            """;
    private static final String ISSUE = "Welcome to Alpine Linux 3.20\nKernel \\r on an \\m (\\l)\n\n";
    private static final String SECFIXES = """
            https://secdb.alpinelinux.org/v3.20/main.json
            https://secdb.alpinelinux.org/v3.20/community.json
            """;

    @Override
    protected Explainer plugin() {
        return new ImageBuilderFiles();
    }

    @Override
    protected FakeTree fixture() {
        return root().build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found).allMatch(e -> e.verdict() == Verdict.DERIVED);
        assertThat(found)
                .extracting(e -> e.path().toString())
                .containsExactly("/etc/alpine-release", "/etc/issue", "/etc/os-release", "/etc/secfixes.d/alpine");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/etc/alpine-release,    `3.19.1\n`",
                "/etc/alpine-release,    `3.20.3\nevil\n`",
                "/etc/issue,             `Welcome to Alpine Linux 3.19\nKernel \\r on an \\m (\\l)\n\n`",
                "/etc/issue,             `You are hacked\n`",
                "/etc/secfixes.d/alpine, `https://evil.example/v3.20/main.json\n`",
                "/etc/os-release,        `NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=3.20.3\nEVIL=1\n`"
            })
    void otherContentStaysUnexplained(String path, String content) throws IOException {
        FakeTree tree = root().file(path, content).build();
        assertThat(explained(Scans.explainer(tree), plugin())).hasSize(3).doesNotContain(path);
    }

    @Test
    void ofTwoThatNameDifferentReleasesOfOneBranchNoneIsExplained() throws IOException {
        FakeTree tree = root().file("/etc/alpine-release", "3.20.4\n").build();
        assertThat(explained(Scans.explainer(tree), plugin())).containsExactly("/etc/issue", "/etc/secfixes.d/alpine");
    }

    @Test
    void fileThatNoOtherAgreesWithStaysUnexplained() throws IOException {
        FakeTree tree =
                FakeTree.builder().file("/etc/alpine-release", "3.20.3\n").build();
        assertThat(explained(Scans.explainer(tree), plugin())).isEmpty();
    }

    @Test
    void executableStaysUnexplained() throws IOException {
        FakeTree tree = root().mode("/etc/issue", 0755).build();
        assertThat(explained(Scans.explainer(tree), plugin())).doesNotContain("/etc/issue");
    }

    @Test
    void repositoriesBearWitness() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/etc/alpine-release", "3.20.3\n")
                .file("/etc/apk/repositories", "https://dl-cdn.alpinelinux.org/alpine/v3.20/main\n")
                .build();
        assertThat(explained(Scans.explainer(tree), plugin())).containsExactly("/etc/alpine-release");
    }

    @Test
    void edgeIsNamedByItsDate() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/etc/alpine-release", "3.21.0_alpha20240923\n")
                .file("/etc/secfixes.d/alpine", "https://secdb.alpinelinux.org/edge/main.json\n")
                .file(
                        "/etc/issue",
                        "Welcome to Alpine Linux 3.21.0_alpha20240923 (edge)\nKernel \\r on an \\m (\\l)\n\n")
                .build();
        assertThat(explained(Scans.explainer(tree), plugin())).hasSize(3);
    }

    @Test
    void linkFromOneOsReleaseToTheOtherIsExplainedAndNoOtherLink() throws IOException {
        FakeTree tree = root().file("/usr/lib/os-release", OS_RELEASE)
                .symlink("/etc/os-release", "../usr/lib/os-release")
                .symlink("/etc/issue", "../usr/lib/os-release")
                .build();
        assertThat(explained(Scans.explainer(tree), plugin()))
                .contains("/etc/os-release", "/usr/lib/os-release")
                .doesNotContain("/etc/issue");
    }

    private static FakeTreeBuilder root() {
        return FakeTree.builder()
                .file("/etc/alpine-release", "3.20.3\n")
                .file("/etc/os-release", OS_RELEASE)
                .file("/etc/issue", ISSUE)
                .file("/etc/secfixes.d/alpine", SECFIXES);
    }
}
