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

class MtreeReaderTest {
    private final List<String> problems = new ArrayList<>();

    private List<MtreeEntry> read(String text) throws IOException {
        List<MtreeEntry> entries = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try (MtreeReader reader =
                new MtreeReader(new ByteArrayInputStream(bytes), Limits.defaults(), problems::add)) {
            MtreeEntry entry;
            while ((entry = reader.read()) != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    @Test
    void keywordsOverrideWhatWasSet() throws IOException {
        MtreeEntry entry = read("/set uid=0 mode=644\n./a mode=4755 size=7 time=12.5 type=file\n").get(0);
        assertThat(entry.mode()).isEqualTo(04755);
        assertThat(entry.number("uid")).isZero();
        assertThat(entry.number("size")).isEqualTo(7);
        assertThat(entry.seconds()).isEqualTo(12);
        assertThat(entry.text("type")).isEqualTo("file");
    }

    @Test
    void unsetTakesOneOrAllAway() throws IOException {
        List<MtreeEntry> entries =
                read("/set uid=1 gid=2 mode=1\n/unset uid\n./a\n/unset all\n./b\n");
        assertThat(entries).extracting(e -> e.keywords().keySet().toString()).containsExactly("[gid, mode]", "[]");
    }

    @Test
    void namesAreBytes() throws IOException {
        RawText name = read("./\\303\\251\\040\\\\\\s\\n\\377\n").get(0).name();
        assertThat(name).isEqualTo(RawText.ofLatin1("./\303\251 \\ \n\377"));
    }

    @Test
    void whatIsNoEscapeStaysAsItIs() throws IOException {
        RawText name = read("./\\9\\18\\777\\\n").get(0).name();
        assertThat(name).isEqualTo(RawText.ofLatin1("./\\9\\18\\777\\"));
    }

    @Test
    void numbersThatAreNoneAreUnknown() throws IOException {
        MtreeEntry entry = read("./a size=-1 uid=x mode=9 time=now\n").get(0);
        assertThat(entry.number("size")).isNull();
        assertThat(entry.number("uid")).isNull();
        assertThat(entry.mode()).isNull();
        assertThat(entry.seconds()).isNull();
    }

    @Test
    void linesThatAreNotUnderstoodAreReported() throws IOException {
        assertThat(read("#mtree\n\nname type=file\n./a\n")).hasSize(1);
        assertThat(problems).containsExactly("line 3 names nothing that lies in a directory");
    }

    @Test
    void endlessKeywordsAreCut() throws IOException {
        StringBuilder line = new StringBuilder("/set");
        for (int i = 0; i < 1000; i++) {
            line.append(" k").append(i).append("=1");
        }
        assertThat(read(line + "\n./a\n").get(0).keywords()).hasSize(100);
        assertThat(problems).hasSize(1);
    }

    @Test
    void thePackagesOwnMetadataIsTold() throws IOException {
        assertThat(read("./.PKGINFO\n./etc/.hidden\n"))
                .extracting(MtreeEntry::isMetadata)
                .containsExactly(true, false);
    }
}
