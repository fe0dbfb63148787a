package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.FakeImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of the list at the end of the summary. */
class LookAtTest {
    private static final String KEY = "-----" + "BEGIN PRIVATE KEY-----\n"
            + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n"
            + "-----" + "END PRIVATE KEY-----\n";

    @TempDir
    Path directory;

    private List<String> list(FakeImage image) {
        List<String> lines = CommandRun.of("scan", Images.save(directory, "x.tar", image.dockerArchive()))
                .lines();
        return lines.subList(lines.indexOf("Look at") + 1, lines.size());
    }

    @Test
    void theSeverestSignalComesFirstWhateverThePath() {
        FakeImage image = FakeImage.builder()
                .layer(l -> l.file("/a/plain", "x")
                        .file("/b/run", "#!/bin/sh\n")
                        .mode("/b/run", 0755)
                        .file("/c/open", "x")
                        .mode("/c/open", 0666)
                        .file("/z/root", "x")
                        .mode("/z/root", 04755))
                .build();
        assertThat(list(image))
                .extracting(line -> line.strip().split(" +")[1])
                .containsExactly("/z/root", "/c/open", "/b/run", "/a/plain");
    }

    @Test
    void aKeyThatWasDeletedTooLateIsListedWithItsLayer() {
        FakeImage image = FakeImage.builder()
                .layer(l -> l.file("/key.pem", KEY).file("/x", "x"))
                .layer(l -> l.whiteout("/key.pem"))
                .build();
        assertThat(list(image).get(0)).contains("DELETED", "/key.pem", "private key, line 1, still in layer 0");
    }

    @Test
    void whatWasDeletedWithoutAnAlarmIsNotListed() {
        FakeImage image = FakeImage.builder()
                .layer(l -> l.file("/old", "x").file("/x", "x"))
                .layer(l -> l.whiteout("/old"))
                .build();
        assertThat(list(image)).noneMatch(line -> line.contains("/old"));
    }
}
