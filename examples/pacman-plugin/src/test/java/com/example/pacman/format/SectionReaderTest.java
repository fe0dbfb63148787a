package com.example.pacman.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionReaderTest {
    private final List<Long> misplaced = new ArrayList<>();

    private List<String> read(String text) throws IOException {
        List<String> found = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try (SectionReader reader = new SectionReader(new ByteArrayInputStream(bytes), Limits.defaults())) {
            String section;
            while ((section = reader.nextSection()) != null) {
                StringBuilder line = new StringBuilder(section);
                RawText value;
                while ((value = reader.nextValue()) != null) {
                    line.append(" <").append(value.latin1()).append('>');
                }
                found.add(line.toString());
            }
            misplaced.addAll(reader.misplaced());
        }
        return found;
    }

    @Test
    void valuesGoToTheEmptyLine() throws IOException {
        assertThat(read("%NAME%\nx\n\n%DEPENDS%\na\nb>=1\n\n")).containsExactly("NAME <x>", "DEPENDS <a> <b>=1>");
    }

    @Test
    void anEmptyValueIsNone() throws IOException {
        assertThat(read("%URL%\n\n\n%ARCH%\nany\n\n")).containsExactly("URL", "ARCH <any>");
        assertThat(misplaced).isEmpty();
    }

    @Test
    void aValueMayLookLikeAKey() throws IOException {
        assertThat(read("%FILES%\n%odd%\n\n")).containsExactly("FILES <%odd%>");
    }

    @Test
    void theLastEmptyLineMayBeMissing() throws IOException {
        assertThat(read("%NAME%\nx")).containsExactly("NAME <x>");
    }

    @Test
    void carriageReturnsAreKept() throws IOException {
        assertThat(read("%FILES%\na\r\n\n")).containsExactly("FILES <a\r>");
    }

    @Test
    void linesOutsideOfSectionsAreCounted() throws IOException {
        assertThat(read("junk\n%NAME%\nx\n\nmore\n")).containsExactly("NAME <x>");
        assertThat(misplaced).containsExactly(1L, 5L);
    }
}
