package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KiB",
        "1536, 1.5 KiB",
        "8089600, 7.7 MiB",
        "1048575, 1.0 MiB",
        "9223372036854775807, 8.0 EiB"
    })
    void sizesHaveOneDigitAfterThePoint(long bytes, String text) {
        assertThat(Sizes.text(bytes)).isEqualTo(text);
    }

    @Test
    void pathsAreCutInTheMiddle() {
        assertThat(Columns.cutMiddle("/usr/lib/python3/site-packages/x.py", 16)).isEqualTo("/usr/…kages/x.py");
    }

    @Test
    void cutsDoNotTearCharactersApart() {
        assertThat(Columns.cut("😀😀😀😀", 3)).isEqualTo("😀😀…");
    }

    @ParameterizedTest
    @CsvSource({
        "'/bin/sh -c #(nop) COPY dir:0 in . ', COPY dir:0 in .",
        "'COPY . . # buildkit', COPY . .",
        "'RUN /bin/sh -c apk  add curl # buildkit', apk add curl",
        "'|1 V=1 /bin/sh -c make', make",
        "'plain', plain"
    })
    void historyLinesLoseWhatBuildersWrapAround(String line, String brief) {
        assertThat(CreatedBy.brief(line, 40)).isEqualTo(brief);
    }
}
