package dev.jonah.appdb.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.appdb.java.zip.ZipCursor;
import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with {@code jar tf} over an archive that {@code jar} made. */
class JarToolTest {
    @TempDir
    Path directory;

    @Test
    void theEntriesAreThoseThatJarLists() throws IOException {
        RealTool jar = RealTool.named("jar");
        Files.createDirectories(directory.resolve("in/a/b"));
        Files.writeString(directory.resolve("in/a/b/text"), "x".repeat(10_000));
        String archive = directory.resolve("x.jar").toString();
        jar.run("cf", archive, "-C", directory.resolve("in").toString(), ".").succeeded();
        List<String> found = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(Path.of(archive))) {
            ZipCursor cursor = ZipArchive.in(channel).entries();
            for (ZipEntryHead entry; (entry = cursor.next()) != null; ) {
                found.add(entry.name().toString());
            }
        }
        assertThat(found)
                .containsExactlyElementsOf(
                        jar.run("tf", archive).succeeded().lines().toList());
    }
}
