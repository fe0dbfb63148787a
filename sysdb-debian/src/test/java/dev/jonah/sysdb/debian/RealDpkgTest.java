package dev.jonah.sysdb.debian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.RealTool;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dpkg itself makes of a status file, compared with ours. */
class RealDpkgTest {
    private static final String STATES = "installed unpacked half-configured half-installed config-files not-installed";

    @TempDir
    private Path directory;

    @Test
    void packagesAreThoseOfDpkgQuery() throws IOException {
        RealTool query = RealTool.named("dpkg-query");
        StringBuilder status = new StringBuilder();
        for (String state : STATES.split(" ")) {
            for (String want : List.of("install", "hold", "deinstall", "purge")) {
                String name = want + "-" + state;
                status.append("Package: ")
                        .append(name)
                        .append("\nStatus: ")
                        .append(want)
                        .append(" ok ")
                        .append(state);
                status.append("\nMaintainer: M <m@example.org>\nArchitecture: amd64\nVersion: 2:1.0-1+b1\n");
                status.append("Source: src (2:1.0-1)\nDescription: one\n two\n \t\n three\n");
                status.append(
                        state.equals("config-files") || state.equals("half-configured") ? "Config-Version: 1\n" : "");
                status.append('\n');
            }
        }
        status.append("Package : odd\nsTATUS: install ok installed \nArchitecture:all\nVersion:\t1\nMaintainer: x\n")
                .append("Description: d\n\n\n\nPackage: last\nStatus: install ok installed\nArchitecture: i386\n")
                .append("Version: 1\nMaintainer: x\nDescription: d\nUnknown-Field: kept\n");
        Files.createDirectories(directory.resolve("updates"));
        Files.createDirectories(directory.resolve("info"));
        Files.writeString(directory.resolve("status"), status);
        String format = "${Package} ${Version} ${Architecture} ${source:Package} ${source:Version} ${Status}\\n";
        List<String> told = query.run("--admindir=" + directory, "-W", "-f", format)
                .succeeded()
                .lines()
                .filter(line -> !line.endsWith(" config-files") && !line.endsWith(" not-installed"))
                .sorted()
                .toList();
        FakeTree tree = FakeTree.builder()
                .file(Dpkg.PLACE + "status", status.toString())
                .build();
        List<String> ours = Dpkg.read(Scans.packages(tree).withoutFiles()).stream()
                .map(RealDpkgTest::line)
                .sorted()
                .toList();
        assertThat(told).hasSize(18);
        assertThat(ours).isEqualTo(told);
    }

    private static String line(SoftwarePackage found) {
        SoftwarePackage.Source source = found.source();
        assertThat(source).isNotNull();
        return String.join(
                " ",
                found.purl().name(),
                found.purl().version(),
                found.architecture(),
                source.name(),
                source.version(),
                found.extra().get("dpkg.status"));
    }
}
