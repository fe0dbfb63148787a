package dev.jonah.core.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.testkit.FakeTree;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AccountsTest {
    @Test
    void theFirstLineOfANameCounts() throws IOException {
        Accounts accounts = of(FakeTree.builder()
                .file("/etc/passwd", "www:x:33:33:www:/var/www:/bin/sh\nwww:x:0:0::/:/bin/sh\n")
                .file("/usr/lib/passwd", "www:x:9:9::/:\ncore:x:500:500::/:\n")
                .build());
        assertThat(accounts.user("www")).isEqualTo(33);
        assertThat(accounts.user("core")).isEqualTo(500);
    }

    @Test
    void groupsAreNoUsers() throws IOException {
        Accounts accounts =
                of(FakeTree.builder().file("/etc/group", "tty:x:5:\n").build());
        assertThat(accounts.group("tty")).isEqualTo(5);
        assertThat(accounts.user("tty")).isNull();
    }

    @Test
    void rootIsZeroWhateverTheImageSays() throws IOException {
        Accounts accounts =
                of(FakeTree.builder().file("/etc/passwd", "root:x:1000:0::/:\n").build());
        assertThat(accounts.user("root")).isZero();
        assertThat(accounts.group("root")).isZero();
    }

    @Test
    void linesThatNameNoNumberAreNoAccounts() throws IOException {
        Accounts accounts = of(FakeTree.builder()
                .file(
                        "/etc/passwd",
                        "a\na:x\nb:x::\nc:x:-1:0\nd:x:4294967296:0\ne:x:99999999999999999999:0\n+::::::\n\nf:x:4294967295:0\n")
                .build());
        for (String name : new String[] {"a", "b", "c", "d", "e", "+", ""}) {
            assertThat(accounts.user(name)).as(name).isNull();
        }
        assertThat(accounts.user("f")).isEqualTo(0xffff_ffffL);
    }

    @Test
    void whatStandsBeforeALineThatIsTooLongCounts() throws IOException {
        FakeTree tree = FakeTree.builder()
                .file("/etc/passwd", "a:x:1:1::/:\n" + "b".repeat(500) + ":x:2:2::/:\n")
                .build();
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 100).build();
        assertThat(Accounts.of(tree, limits).user("a")).isEqualTo(1);
    }

    private static Accounts of(FakeTree tree) throws IOException {
        return Accounts.of(tree, Limits.defaults());
    }
}
