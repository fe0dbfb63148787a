package dev.jonah.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.image.LinkResolver.Outcome;
import dev.jonah.image.LinkResolver.Resolution;
import dev.jonah.value.ImagePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkResolverTest {
    private final Links tree = new Links()
            .file("/usr/bin/sh")
            .file("/etc/passwd")
            .link("/bin", "usr/bin")
            .link("/absolute", "/usr/bin/sh")
            .link("/usr/lib/up", "../../etc/./passwd")
            .link("/escape", "../../../../etc/passwd")
            .link("/usr/root", "..//../")
            .link("/dangling", "no/such")
            .link("/self", "self")
            .link("/one", "two")
            .link("/two", "/one")
            .link("/empty", "")
            .link("/through-missing", "missing/../etc/passwd")
            .link("/through-file", "etc/passwd/../passwd")
            .link("/file-as-directory", "etc/passwd/")
            .link("/file-dot", "etc/passwd/.")
            .link("/directory-slash", "bin/");

    @ParameterizedTest
    @CsvSource({
        "/usr/bin/sh, /usr/bin/sh",
        "/bin/sh, /usr/bin/sh",
        "/absolute, /usr/bin/sh",
        "/usr/lib/up, /etc/passwd",
        "/escape, /etc/passwd",
        "/usr/root, /",
        "/usr/root/bin/sh, /usr/bin/sh",
        "/directory-slash, /usr/bin",
        "/, /",
    })
    void linksLeadWhereTheKernelGoes(String path, String expected) {
        Resolution resolution = tree.resolver().resolve(ImagePath.of(path));
        assertThat(resolution.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(resolution.path()).hasToString(expected);
        assertThat(resolution.entry()).isSameAs(tree.find(ImagePath.of(expected)));
    }

    @ParameterizedTest
    @CsvSource({
        "/no/such, DANGLING",
        "/dangling, DANGLING",
        "/etc/passwd/x, DANGLING",
        "/empty, DANGLING",
        "/empty/x, DANGLING",
        "/through-missing, DANGLING",
        "/through-file, DANGLING",
        "/file-as-directory, DANGLING",
        "/file-dot, DANGLING",
        "/self, LOOP",
        "/self/x, LOOP",
        "/one, LOOP",
    })
    void whatLeadsNowhereHasNoEntry(String path, Outcome expected) {
        Resolution resolution = tree.resolver().resolve(ImagePath.of(path));
        assertThat(resolution.outcome()).isEqualTo(expected);
        assertThat(resolution.entry()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/bin/sh, /usr/bin/sh, FOUND",
        "/bin, /bin, FOUND",
        "/self, /self, FOUND",
        "/bin/new/file, /usr/bin/new/file, DANGLING",
        "/dangling/x, /no/such/x, DANGLING",
        "/empty/x/y, /empty/x/y, DANGLING",
        "/self/x, /self/x, LOOP",
    })
    void theCanonicalPathHasNoLinksInItsParents(String path, String expected, Outcome outcome) {
        Resolution resolution = tree.resolver().canonical(ImagePath.of(path));
        assertThat(resolution.path()).hasToString(expected);
        assertThat(resolution.outcome()).isEqualTo(outcome);
    }

    @Test
    void fortyLinksAreFollowedAndOneMoreIsNot() {
        Links chain = new Links().file("/l0");
        for (int i = 1; i <= 41; i++) {
            chain.link("/l" + i, "l" + (i - 1));
        }
        assertThat(chain.resolver().resolve(ImagePath.of("/l40")).outcome()).isEqualTo(Outcome.FOUND);
        assertThat(chain.resolver().resolve(ImagePath.of("/l41")).outcome()).isEqualTo(Outcome.LOOP);
    }

    @Test
    void theLinksOfAllPartsCountTogether() {
        Links tree = new Links().file("/d/f").link("/d/l", ".");
        assertThat(tree.resolver()
                        .resolve(ImagePath.of("/d" + "/l".repeat(40) + "/f"))
                        .outcome())
                .isEqualTo(Outcome.FOUND);
        assertThat(tree.resolver()
                        .resolve(ImagePath.of("/d" + "/l".repeat(41) + "/f"))
                        .outcome())
                .isEqualTo(Outcome.LOOP);
    }
}
