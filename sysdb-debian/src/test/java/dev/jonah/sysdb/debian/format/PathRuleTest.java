package dev.jonah.sysdb.debian.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.RealTool;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathRuleTest {
    @Test
    void rulesAreReadAsDpkgReadsItsOptions() {
        String text = "# path-exclude=/no\npath-exclude=/a/*\npath-include \"/a/b c\"  \npath-exclude = '/d'\n"
                + "force-unsafe-io\npath-exclude\npath-exclude=\"/e\npath-exclude-all=/f\n path-exclude=/g\n";
        Reading<PathRule> rules = Texts.read(text, DpkgConfigReader::read);
        assertThat(rules.entries())
                .extracting(PathRule::toString)
                .containsExactly("path-exclude=/a/*", "path-include=/a/b c", "path-exclude=/d");
        assertThat(Texts.lines(rules.problems())).containsExactly(6L, 7L, 8L);
    }

    @Test
    void patternsThatNobodyWritesAreRefused() {
        assertThat(Texts.read("path-exclude=/" + "*a".repeat(5000) + "\n", DpkgConfigReader::read)
                        .problems())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/share/doc/*, /usr/share/doc/a/b, true",
        "/usr/share/doc/*, /usr/share/doc, false",
        "/usr/share/doc/*/copyright, /usr/share/doc/a/b/copyright, true",
        "/a?c, /a/c, true",
        "/a?c, /ac, false",
        "/[a-c]x, /bx, true",
        "/[!a-c]x, /bx, false",
        "/[^a-c]x, /dx, true",
        "/[]]x, /]x, true",
        "/[[:digit:]]*, /1abc, true",
        "/[a, /[a, true",
        "/\\*, /*, true",
        "/\\*, /a, false",
        "*, /anything, true",
        "/a**b, /ab, true",
        "/*a*b, /xaxxbxb, true",
        "/*a*b, /xaxxbx, false",
    })
    void patternsFitAsFnmatchHasIt(String pattern, String path, boolean fits) {
        assertThat(rule(pattern).matches(RawText.of(path))).isEqualTo(fits);
    }

    @Test
    void manyAsterisksTakeNoLongTime() {
        assertThat(rule("*a".repeat(500) + "b").matches(RawText.of("/" + "a".repeat(20_000))))
                .isFalse();
    }

    /** The shell matches the patterns of {@code case} by fnmatch without flags. */
    @Test
    void patternsFitAsTheShellHasIt() throws IOException {
        RealTool shell = RealTool.named("dash");
        Random random = new Random(4);
        StringBuilder script = new StringBuilder();
        List<Boolean> expected = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            String pattern = word(random, "ab*?[]!-/", 8);
            String text = word(random, "ab]-!/[", 6);
            expected.add(rule(pattern).matches(RawText.of(text)));
            script.append("p='")
                    .append(pattern)
                    .append("'; case '")
                    .append(text)
                    .append("' in $p) echo 1;; *) echo 0;; esac\n");
        }
        String[] answers = shell.run("-c", script.toString()).succeeded().split("\n");
        for (int i = 0; i < answers.length; i++) {
            assertThat(answers[i]).as(script.toString().split("\n")[i]).isEqualTo(expected.get(i) ? "1" : "0");
        }
    }

    @Test
    void directoriesAboveAnInclusionAreKept() {
        PathRule include = new PathRule(true, RawText.of("/usr/share/doc/*/copyright"));
        assertThat(include.mayIncludeBelow(RawText.of("/usr/share/doc/a"))).isTrue();
        assertThat(include.mayIncludeBelow(RawText.of("/usr/share/man/a"))).isFalse();
        assertThat(rule("/usr/*").mayIncludeBelow(RawText.of("/usr/a"))).isFalse();
    }

    private static PathRule rule(String pattern) {
        return new PathRule(false, RawText.of(pattern));
    }

    private static String word(Random random, String letters, int longest) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(longest) + 1; i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
