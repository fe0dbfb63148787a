package com.example.pacman;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeImage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import dev.jonah.testkit.LayerBuilder;
import dev.jonah.testkit.Scans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PacmanStateTest extends ExplainerContract {
    private static final String SYNC = "/var/lib/pacman/sync/";
    private static final String LOG = "/var/log/pacman.log";

    @Override
    protected Explainer plugin() {
        return new PacmanState();
    }

    @Override
    protected FakeTree fixture() {
        return state().build();
    }

    private static FakeTreeBuilder state() {
        return Fixture.tree()
                .file("/var/lib/pacman/db.lck", "")
                .file(SYNC + "core.db", archive(UnaryOperator.identity()))
                .file(SYNC + "core.db.sig", new byte[] {(byte) 0x88, 2, 4, 0})
                .file(LOG, """
                        [2026-01-02T03:04:05+0000] [PACMAN] Running 'pacman -Syu'
                        [2026-01-02T03:04:06+0000] [ALPM] installed demo (1:1.2-3)
                        [2017-01-02 03:04] [ALPM-SCRIPTLET] done
                        """);
    }

    private static byte[] archive(UnaryOperator<LayerBuilder> more) {
        byte[] tar = FakeImage.builder()
                .layer(layer -> more.apply(layer.directory("demo-1:1.2-3")
                        .file("demo-1:1.2-3/desc", "%FILENAME%\ndemo-1:1.2-3-x86_64.pkg.tar.zst\n\n")
                        .file("demo-1:1.2-3/files", "%FILES%\nusr/\nusr/bin/\nusr/bin/demo\n\n")))
                .build()
                .layerTar(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(tar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(found)
                .extracting(e -> e.path() + " " + e.verdict())
                .containsExactly(
                        "/var/lib/pacman/db.lck TRANSIENT",
                        "/var/lib/pacman/local/ALPM_DB_VERSION TRANSIENT",
                        SYNC + "core.db TRANSIENT",
                        SYNC + "core.db.sig TRANSIENT",
                        LOG + " TRANSIENT");
    }

    private void assertRefused(FakeTreeBuilder tree, String path) throws IOException {
        assertThat(Scans.explainer(tree.build()).explain(plugin()))
                .extracting(e -> e.path().toString())
                .doesNotContain(path)
                .hasSize(4);
    }

    @Test
    void aLogWithAForeignLineIsNotExplained() throws IOException {
        assertRefused(state().file(LOG, "[2026-01-02T03:04:05+0000] [PACMAN] Running\n#!/bin/sh\n"), LOG);
    }

    @Test
    void anEmptyLogIsNotExplained() throws IOException {
        assertRefused(state().file(LOG, ""), LOG);
    }

    @Test
    void anExecutableLogIsNotExplained() throws IOException {
        assertRefused(state().mode(LOG, 0755), LOG);
    }

    @Test
    void aLockWithContentIsNotExplained() throws IOException {
        assertRefused(state().file("/var/lib/pacman/db.lck", "x"), "/var/lib/pacman/db.lck");
    }

    @Test
    void aListWithAProgramInItIsNotExplained() throws IOException {
        assertRefused(state().file(SYNC + "core.db", archive(a -> a.file("demo-1:1.2-3/run", "%"))), SYNC + "core.db");
    }

    @Test
    void aListWhoseDescriptionIsNoneIsNotExplained() throws IOException {
        byte[] archive = archive(a -> a.file("x-1-1/desc", "\177ELF"));
        assertRefused(state().file(SYNC + "core.db", archive), SYNC + "core.db");
    }

    @Test
    void aListThatIsNoArchiveIsNotExplained() throws IOException {
        assertRefused(state().file(SYNC + "core.db", Fixture.gzip("#!/bin/sh\n".repeat(100))), SYNC + "core.db");
    }

    @Test
    void aSignatureWithSomethingBehindItIsNotExplained() throws IOException {
        byte[] longer = {(byte) 0x88, 2, 4, 0, 0};
        assertRefused(state().file(SYNC + "core.db.sig", longer), SYNC + "core.db.sig");
    }

    @Test
    void nothingIsExplainedWithoutADatabase() throws IOException {
        FakeTree tree = FakeTree.builder().file(LOG, "[2026-01-02 03:04] [ALPM] done\n").build();
        assertThat(Scans.explainer(tree).explain(plugin())).isEmpty();
    }
}
