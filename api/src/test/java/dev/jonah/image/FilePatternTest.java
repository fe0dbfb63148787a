package dev.jonah.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternTest {
    @ParameterizedTest
    @CsvSource({
        "PATH, /etc/passwd, /etc/passwd, true",
        "PATH, /etc/passwd, /x/etc/passwd, false",
        "NAME, METADATA, /a/METADATA, true",
        "NAME, METADATA, /METADATA, true",
        "NAME, METADATA, /a/XMETADATA, false",
        "NAME, METADATA, /a/metadata, false",
        "NAME, METADATA, /METADATA/a, false",
        "SUFFIX, .jar, /a/b.jar, true",
        "SUFFIX, .jar, /a/b.JaR, true",
        "SUFFIX, .jar, /a/.jar, true",
        "SUFFIX, .jar, /b.jar/a, false",
        "SUFFIX, .jar, /a/b.jarx, false",
        "SUFFIX, a/b, /a/b, false",
        "SUFFIX, .very-long-suffix, /x, false",
        "PATH_SUFFIX, lib/apk/db/installed, /lib/apk/db/installed, true",
        "PATH_SUFFIX, lib/apk/db/installed, /rootfs/lib/apk/db/installed, true",
        "PATH_SUFFIX, lib/apk/db/installed, /xlib/apk/db/installed, false",
        "PATH_SUFFIX, /b, /a/b, true",
        "BELOW, /etc, /etc/a, true",
        "BELOW, /etc, /etc/a/b, true",
        "BELOW, /etc, /etcetera, false",
        "BELOW, /etc, /etc, false",
        "BELOW, /, /a, true",
    })
    void termsFitAsTheirKindSays(FilePattern.Kind kind, String text, String path, boolean expected) {
        assertThat(new FilePattern.Term(kind, text).matches(ImagePath.of(path))).isEqualTo(expected);
    }

    @Test
    void aPatternFitsWhereOneTermDoes() {
        FilePattern pattern = FilePattern.named("METADATA")
                .orSuffix(".egg-info")
                .orBelow("/etc/apk/")
                .orPath("/x");
        assertThat(pattern.matches(ImagePath.of("/a/METADATA"))).isTrue();
        assertThat(pattern.matches(ImagePath.of("/a/b.egg-info"))).isTrue();
        assertThat(pattern.matches(ImagePath.of("/etc/apk/world"))).isTrue();
        assertThat(pattern.matches(ImagePath.of("/x"))).isTrue();
        assertThat(pattern.matches(ImagePath.of("/y"))).isFalse();
    }

    @Test
    void aPatternWithoutTermsFitsNothing() {
        assertThat(FilePattern.named().matches(ImagePath.of("/a"))).isFalse();
    }

    @Test
    void everythingFitsEveryPath() {
        assertThat(FilePattern.everything().matches(ImagePath.of("/a/b"))).isTrue();
    }

    @Test
    void namesAreComparedByTheirBytes() {
        assertThat(FilePattern.named("ä").matches(ImagePath.of("/ä"))).isTrue();
        assertThat(FilePattern.named("ä").matches(ImagePath.of(RawText.of(new byte[] {'/', (byte) 0xe4}))))
                .isFalse();
    }

    @Test
    void addingATermLeavesThePatternAlone() {
        FilePattern one = FilePattern.named("a");
        one.orNamed("b");
        assertThat(one.matches(ImagePath.of("/b"))).isFalse();
    }
}
