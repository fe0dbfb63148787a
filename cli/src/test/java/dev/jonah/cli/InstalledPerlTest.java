package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Verdict;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A distribution of Perl that the real cpanm installs from a mirror made for it, then changed by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstalledPerlTest {
    @TempDir
    static Path directory;

    private Path tree = Path.of("");

    @BeforeAll
    void install() throws IOException {
        RealTool cpanm = RealTool.named("cpanm");
        tree = directory.toRealPath().resolve("local");
        Path source = directory.resolve("Greet-Kind-1.02");
        write(source, "Makefile.PL", """
            use ExtUtils::MakeMaker;
            WriteMakefile(NAME => 'Greet::Kind', VERSION_FROM => 'lib/Greet/Kind.pm', LICENSE => 'perl_5',
                EXE_FILES => ['bin/greet'], PREREQ_PM => {'Carp' => 0});
            """);
        write(source, "lib/Greet/Kind.pm", "package Greet::Kind;\nour $VERSION = '1.02';\n1;\n");
        write(source, "bin/greet", "#!/usr/bin/perl\nprint qq(hello\\n);\n");
        write(source, "MANIFEST", "MANIFEST\nMakefile.PL\nbin/greet\nlib/Greet/Kind.pm\n");
        Path mirror = directory.toRealPath().resolve("mirror");
        String place = "A/AU/AUTHOR/Greet-Kind-1.02.tar.gz";
        Path archive = mirror.resolve("authors/id/" + place);
        Files.createDirectories(archive.getParent());
        RealTool.named("tar")
                .run("-czf", archive.toString(), "-C", directory.toString(), "Greet-Kind-1.02")
                .succeeded();
        Files.createDirectories(mirror.resolve("modules"));
        try (OutputStream index =
                new GZIPOutputStream(Files.newOutputStream(mirror.resolve("modules/02packages.details.txt.gz")))) {
            index.write(("File: 02packages.details.txt\n\nGreet::Kind 1.02 " + place + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        cpanm.run(
                        Map.of("PERL_CPANM_HOME", directory.resolve("work").toString()),
                        "--quiet",
                        "-L",
                        tree.toString(),
                        "--mirror",
                        mirror.toUri().toString(),
                        "--mirror-only",
                        "Greet::Kind")
                .succeeded();
    }

    @Test
    void whatCpanmInstalledIsExplainedToTheLastFile() throws IOException {
        InstalledTree installed = InstalledTree.copy(tree, directory.resolve("made"));
        assertThat(installed.packages()).containsExactly("pkg:cpan/Greet-Kind@1.02");
        Map<String, Verdict> byName = new TreeMap<>();
        installed.verdicts().forEach((path, verdict) -> byName.put(path.substring(path.lastIndexOf('/') + 1), verdict));
        assertThat(byName)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Kind.pm", Verdict.OWNED,
                        "greet", Verdict.OWNED,
                        ".packlist", Verdict.OWNED,
                        "install.json", Verdict.OWNED,
                        "MYMETA.json", Verdict.OWNED,
                        "perllocal.pod", Verdict.TRANSIENT));
    }

    @Test
    void exactlyWhatWasAddedAndRemovedIsTold() throws IOException {
        Map<String, Verdict> before =
                InstalledTree.copy(tree, directory.resolve("before")).verdicts();
        InstalledTree tampered = InstalledTree.copy(tree, directory.resolve("tampered"));
        tampered.write("lib/perl5/Greet/Planted.pm", "system 'id'\n");
        tampered.write("bin/planted", "#!/bin/sh\nid\n");
        Files.delete(tampered.file("bin/greet"));
        assertThat(tampered.changesSince(before))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("lib/perl5/Greet/Planted.pm", Verdict.UNEXPLAINED, "bin/planted", Verdict.UNEXPLAINED));
        assertThat(tampered.missing()).containsExactly("bin/greet");
    }

    @Test
    void whatWasChangedIsNeverVerifiedSinceNothingRecordsItsContent() throws IOException {
        InstalledTree tampered = InstalledTree.copy(tree, directory.resolve("changed"));
        tampered.write("lib/perl5/Greet/Kind.pm", "system 'id'\n");
        assertThat(tampered.verdicts()).containsEntry("lib/perl5/Greet/Kind.pm", Verdict.OWNED);
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
