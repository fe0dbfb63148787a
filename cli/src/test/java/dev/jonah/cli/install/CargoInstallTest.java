package dev.jonah.cli.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.testkit.RealTool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cargo, with the list of crates in the section where {@code cargo auditable} puts it. As with Go, a program is owned by its
 * own word; without that list it is not.
 */
class CargoInstallTest {
    private static final String CRATES = "{\"packages\":[{\"name\":\"app\",\"version\":\"0.1.0\",\"source\":\"local\","
            + "\"dependencies\":[1],\"root\":true},{\"name\":\"greeting\",\"version\":\"0.2.0\",\"source\":\"local\"}]}";

    @TempDir
    Path directory;

    @Test
    void aProgramIsOwnedByItsOwnWordAndNothingElseIs() throws IOException {
        byte[] section = packed(CRATES);
        Project project = new Project(directory.resolve("app"))
                .file("Cargo.toml", """
                        [package]
                        name = "app"
                        version = "0.1.0"
                        edition = "2018"

                        [dependencies]
                        greeting = { path = "../greeting" }

                        [workspace]
                        """)
                .file("src/bin/changed.rs", main(section.length))
                .file("src/bin/removed.rs", main(section.length))
                .file("src/bin/silent.rs", "fn main() { println!(\"{}\", greeting::TEXT); }\n");
        new Project(directory.resolve("greeting"))
                .file("Cargo.toml", "[package]\nname = \"greeting\"\nversion = \"0.2.0\"\nedition = \"2018\"\n")
                .file("src/lib.rs", "pub const TEXT: &str = \"hello\";\n");
        Files.write(project.directory().resolve("crates"), section);
        RealTool.named("cargo")
                .run(
                        Map.of("CARGO_TARGET_DIR", directory.resolve("target").toString()),
                        "build",
                        "--offline",
                        "--manifest-path",
                        project.directory().resolve("Cargo.toml").toString())
                .succeeded();
        Path programs = Files.createDirectories(directory.resolve("root/usr/local/bin"));
        for (String name : new String[] {"changed", "removed"}) {
            Files.copy(directory.resolve("target/debug").resolve(name), programs.resolve(name));
        }
        Ledger before = Ledger.of(directory.resolve("root"));
        assertThat(before.packages()).containsExactly("pkg:cargo/app@0.1.0", "pkg:cargo/greeting@0.2.0");

        Files.writeString(programs.resolve("changed"), "more", StandardOpenOption.APPEND);
        Files.copy(directory.resolve("target/debug/silent"), programs.resolve("added"));
        Files.delete(programs.resolve("removed"));

        Ledger after = Ledger.of(directory.resolve("root"));
        assertThat(before.changesTo(after))
                .containsExactly(
                        "/usr/local/bin/added: nothing, then UNEXPLAINED",
                        "/usr/local/bin/removed: OWNED, then nothing");
        assertThat(after.verdicts()).containsEntry("/usr/local/bin/changed", "OWNED");
        assertThat(after.evidence().get("/usr/local/bin/changed")).contains("nothing recorded to compare");
    }

    private static String main(int length) {
        return "#[used]\n#[link_section = \".dep-v0\"]\nstatic CRATES: [u8; " + length
                + "] = *include_bytes!(\"../../crates\");\n\nfn main() { println!(\"{} {}\", greeting::TEXT,"
                + " CRATES[std::env::args().count() % CRATES.len()]); }\n";
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
