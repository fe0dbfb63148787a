package dev.jonah.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePathTest {
    @ParameterizedTest
    @CsvSource({
        "'', /",
        "/, /",
        "//, /",
        "., /",
        "./, /",
        "./etc/passwd, /etc/passwd",
        "etc/passwd/, /etc/passwd",
        "/../../etc, /etc",
        "/a/./b/../c, /a/c",
        "/a/..., /a/...",
        "/.a/..b, /.a/..b",
        "/a//b, /a/b",
        "/a/.., /",
    })
    void pathsAreNormalised(String given, String expected) {
        assertThat(ImagePath.of(given)).hasToString(expected);
    }

    @Test
    void normalisationAgreesWithANaiveOne() {
        Random random = new Random(11);
        String[] parts = {"", ".", "..", "a", "bc", "...", ".x", "ä"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "/" : "");
            for (int n = random.nextInt(8); n > 0; n--) {
                text.append(parts[random.nextInt(parts.length)]).append(random.nextInt(5) > 0 ? "/" : "");
            }
            assertThat(ImagePath.of(text.toString())).as("'%s'", text).hasToString(naive("", text.toString()));
            assertThat(ImagePath.of("/x/y").resolve(text.toString()))
                    .as("'%s' from /x/y", text)
                    .hasToString(naive(text.toString().startsWith("/") ? "" : "/x/y", text.toString()));
        }
    }

    @Test
    void whatIsNormalisedStaysAsItIs() {
        ImagePath path = ImagePath.of("/a/b");
        assertThat(ImagePath.of(path.raw())).isEqualTo(path);
    }

    @Test
    void aChildHasItsDirectoryAsParent() {
        ImagePath child = ImagePath.of("/a").child(RawText.of("b"));
        assertThat(child).hasToString("/a/b");
        assertThat(child.parent()).isEqualTo(ImagePath.of("/a"));
        assertThat(ImagePath.ROOT.child(RawText.of("a")).parent()).isEqualTo(ImagePath.ROOT);
        assertThat(ImagePath.ROOT.parent()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "/"})
    void aChildNeedsTheNameOfAnEntry(String name) {
        assertThatThrownBy(() -> ImagePath.ROOT.child(RawText.of(name))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameEscapesIfItLeavesTheRootAnywhereOnItsWay() {
        ImagePath directory = ImagePath.of("/a");
        assertThat(directory.escapes(RawText.of("../b"))).isFalse();
        assertThat(directory.escapes(RawText.of("b/../../c"))).isFalse();
        assertThat(directory.escapes(RawText.of(".././../a"))).isTrue();
        assertThat(ImagePath.ROOT.escapes(RawText.of("../etc"))).isTrue();
    }

    @Test
    void partsAndNameAreThoseOfThePath() {
        assertThat(ImagePath.of("/usr/lib/x").parts())
                .containsExactly(RawText.of("usr"), RawText.of("lib"), RawText.of("x"));
        assertThat(ImagePath.of("/usr/lib/x").fileName()).isEqualTo("x");
        assertThat(ImagePath.ROOT.parts()).isEmpty();
        assertThat(ImagePath.ROOT.name().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/lib, /usr, true",
        "/usr, /usr, true",
        "/usrlocal, /usr, false",
        "/usr, /usr/lib, false",
        "/usr, /, true",
        "/, /, true",
    })
    void aPathStartsWithWholePartsOnly(String path, String directory, boolean expected) {
        assertThat(ImagePath.of(path).startsWith(ImagePath.of(directory))).isEqualTo(expected);
    }

    @Test
    void namesThatAreNoTextKeepTheirBytes() {
        ImagePath path = ImagePath.of(RawText.of(new byte[] {'/', 'a', (byte) 0xff}));
        assertThat(path).hasToString("/a\\xff");
        assertThat(path).isNotEqualTo(ImagePath.of("/a\\xff"));
        assertThat(path.raw().bytes()).containsExactly('/', 'a', 0xff);
    }

    @Test
    void orderIsThatOfTheBytes() {
        assertThat(ImagePath.of("/a-b")).isLessThan(ImagePath.of("/a/b"));
        assertThat(ImagePath.of("/a/z")).isLessThan(ImagePath.of("/ä"));
    }

    private static String naive(String base, String text) {
        List<String> kept = new ArrayList<>(List.of(base.split("/")));
        for (String part : text.split("/")) {
            if (part.equals("..")) {
                if (!kept.isEmpty()) {
                    kept.remove(kept.size() - 1);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                kept.add(part);
            }
        }
        kept.removeIf(String::isEmpty);
        return "/" + String.join("/", kept);
    }
}
