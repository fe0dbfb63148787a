package dev.jonah.core.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.Jonah;
import dev.jonah.TestImages;
import dev.jonah.image.Image;
import dev.jonah.testkit.LayerBuilder;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is told of files that a package owns for lying in its directory, as those of npm's packages. */
class PackageDirectoriesTest {
    private static final String A = "/app/node_modules/a/";

    private static LayerBuilder install(LayerBuilder layer) {
        return layer.file(A + "package.json", "{\"name\":\"a\",\"version\":\"1.0.0\"}")
                .file(A + "index.js", "as shipped")
                .file(A + "cli.js", "#!/usr/bin/env node\n")
                .mode(A + "cli.js", 0755);
    }

    /** The files with their signals, those without left out. */
    @SafeVarargs
    private static List<String> signals(UnaryOperator<LayerBuilder>... layers) throws IOException {
        try (Image image = TestImages.open(layers)) {
            return Jonah.create().scan(image).files().stream()
                    .filter(file -> !file.signals().isEmpty())
                    .map(file -> file.entry().path().fileName() + " " + file.verdict() + " " + file.signals())
                    .toList();
        }
    }

    @Test
    void whatIsCommonInAPackageIsNotTold() throws IOException {
        assertThat(signals(l -> install(l)
                        .file(A + "test/key.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
                        .file(A + "build/x.node", "\u007fELF, or so it begins")
                        .mode(A + "build/x.node", 0755)
                        .file(A + "blank .txt ", "x")
                        .file(A + ".eslintrc.js", "x")))
                .isEmpty();
    }

    @Test
    void aSetIdBitIsToldAsOfFilesThatNobodyVouchesFor() throws IOException {
        assertThat(signals(l -> install(l).mode(A + "cli.js", 04755))).containsExactly("cli.js OWNED [setuid]");
    }

    @Test
    void aHiddenProgramIsTold() throws IOException {
        assertThat(signals(l -> install(l).file(A + ".run", "#!/bin/sh\n").mode(A + ".run", 0755)))
                .containsExactly(".run OWNED [hidden-executable]");
    }

    @Test
    void aMisleadingNameIsTold() throws IOException {
        assertThat(signals(l -> install(l).file(A + ".../x", "x"))).containsExactly("x OWNED [misleading-name]");
    }

    @Test
    void whatALaterLayerChangedIsTold() throws IOException {
        assertThat(signals(PackageDirectoriesTest::install, l -> l.file(A + "index.js", "tampered!!")))
                .containsExactly("index.js OWNED [changed-in-package]");
    }

    @Test
    void whatALaterLayerAddedIsTold() throws IOException {
        assertThat(signals(PackageDirectoriesTest::install, l -> l.file(A + "more.js", "x")))
                .containsExactly("more.js OWNED [added-to-package]");
    }

    @Test
    void aLayerThatChangesOwnersChangesNothing() throws IOException {
        assertThat(signals(
                        PackageDirectoriesTest::install,
                        l -> l.file(A + "index.js", "as shipped").mode(A + "index.js", 0600)))
                .isEmpty();
    }

    @Test
    void aNewerVersionOfThePackageBringsItsFiles() throws IOException {
        assertThat(signals(
                        PackageDirectoriesTest::install,
                        l -> l.file(A + "package.json", "{\"name\":\"a\",\"version\":\"2.0.0\"}")
                                .file(A + "index.js", "newer")
                                .file(A + "more.js", "x")))
                .isEmpty();
    }

    @Test
    void aFileThatAnotherPackageListsIsVouchedFor() throws IOException {
        assertThat(signals(l -> install(l)
                        .mode(A + "cli.js", 04755)
                        .file(
                                "/lib/apk/db/installed",
                                TestImages.apk("a", "1-r0", A + "cli.js", "#!/usr/bin/env node\n"))))
                .containsExactly("cli.js VERIFIED [set-id-added, mode-changed]");
    }

    @Test
    void aFileThatLiesInADirectoryOfTheSystemsIsNobodys() throws IOException {
        String manifest = "{\"name\":\"a\",\"version\":\"1.0.0\"}";
        try (Image image = TestImages.open(l ->
                install(l).file("/lib/apk/db/installed", TestImages.apk("a", "1-r0", A + "package.json", manifest)))) {
            assertThat(Jonah.create().scan(image).files().stream()
                            .filter(file -> file.entry().path().toString().startsWith(A))
                            .map(file -> file.entry().path().fileName() + " " + file.verdict()))
                    .containsExactly("cli.js UNEXPLAINED", "index.js UNEXPLAINED", "package.json VERIFIED");
        }
    }
}
