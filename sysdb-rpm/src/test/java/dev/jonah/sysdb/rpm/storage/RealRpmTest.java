package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.sysdb.rpm.format.RpmHeader;
import dev.jonah.sysdb.rpm.format.RpmPackage;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with {@code rpm -qa} over a database that the installed rpm made. */
class RealRpmTest {
    @TempDir
    Path directory;

    @Test
    void theHeadersAreThoseThatRpmNames() throws IOException {
        RealTool build = RealTool.named("rpmbuild");
        RealTool rpm = RealTool.named("rpm");
        for (int i = 0; i < 4; i++) {
            Path spec = Files.writeString(directory.resolve("p" + i + ".spec"), """
                    Name: package%d
                    Version: 1.%d
                    Release: 2
                    Summary: x
                    License: MIT
                    BuildArch: noarch
                    %%description
                    %s
                    %%files
                    """.formatted(i, i, "long text ".repeat(i * 900)));
            build.run("--define", "_topdir " + directory, "-bb", spec.toString()).succeeded();
        }
        Path database = directory.resolve("database");
        List<String> install = new ArrayList<>(List.of("--dbpath", database.toString(), "--nodeps", "--justdb", "-i"));
        for (int i = 0; i < 4; i++) {
            install.add(directory.resolve("RPMS/noarch/package" + i + "-1." + i + "-2.noarch.rpm").toString());
        }
        rpm.run(install.toArray(String[]::new)).succeeded();
        String said = rpm.run("--dbpath", database.toString(), "-qa").succeeded();
        List<String> found = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(database.resolve("rpmdb.sqlite"))) {
            SqliteDatabase.read(
                    channel,
                    null,
                    1 << 20,
                    (number, blob) -> found.add(new RpmPackage(RpmHeader.read(blob)).name()),
                    problem -> found.add(problem.message()));
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        said.lines().map(line -> line.split("-")[0]).toList());
    }
}
