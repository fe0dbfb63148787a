package dev.jonah.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.testkit.ExplainerContract;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.FakeTreeBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogsTest extends ExplainerContract {
    @Override
    protected Explainer plugin() {
        return new Logs();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/var/log/btmp", "")
                .file("/var/log/faillog", new byte[64])
                .file("/var/log/lastlog", new byte[292 * 3])
                .file("/var/log/nginx/error.log.1", "2026/01/01 [error] worker process\n\t\u001b[31mred\u001b[0m\n")
                .file("/var/log/syslog.2.gz", packed("Jan  1 host systemd: started\n"))
                .file("/var/log/wtmp", record())
                .build();
    }

    @Override
    protected void assertExplanations(List<Explanation> found) {
        assertThat(Installed.lines(found))
                .containsExactly(
                        "/var/log/btmp TRANSIENT log.logins",
                        "/var/log/faillog TRANSIENT log.logins",
                        "/var/log/lastlog TRANSIENT log.logins",
                        "/var/log/nginx/error.log.1 TRANSIENT log.text",
                        "/var/log/syslog.2.gz TRANSIENT log.text",
                        "/var/log/wtmp TRANSIENT log.logins");
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] record() {
        ByteBuffer record = ByteBuffer.allocate(384)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(7)
                .putInt(4711);
        record.put("pts/0".getBytes(StandardCharsets.US_ASCII)).position(44);
        return record.put("root".getBytes(StandardCharsets.US_ASCII)).array();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#!/bin/sh\nreboot\n",
                "\u007fELF\u0002\u0001",
                "MZ\u0000\u0000",
                "GET /\n<?php system($_GET['x']); ?>\n",
                "-----BEGIN OPENSSH PRIVATE KEY-----\n",
                "ssh-ed25519 AAAA me\n",
                "zeros\u0000\n"
            })
    void whatIsNoTextOfALogStaysUnexplained(String content) throws IOException {
        String path = "/var/log/app.log";

        assertThat(Installed.ruleFor(path, plugin(), FakeTree.builder().file(path, content)))
                .isEqualTo("nothing");
        assertThat(Installed.ruleFor(
                        "/var/log/app.log.gz",
                        plugin(),
                        FakeTree.builder().file("/var/log/app.log.gz", packed(content))))
                .isEqualTo("nothing");
    }

    @Test
    void forbiddenTextIsFoundAcrossTheBordersOfPieces() throws IOException {
        String content = "x".repeat((64 << 10) - 3) + "<?php";

        assertThat(Installed.ruleFor(
                        "/var/log/a.log", plugin(), FakeTree.builder().file("/var/log/a.log", content)))
                .isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "/var/log/x.php",
        "/var/log/run.sh",
        "/var/log/libx.so",
        "/var/log/.hidden",
        "/srv/a.log",
        "/var/log/x.log.exe"
    })
    void textWithoutTheNameOfALogStaysUnexplained(String path) throws IOException {
        assertThat(Installed.ruleFor(path, plugin(), FakeTree.builder().file(path, "text\n")))
                .isEqualTo("nothing");
    }

    @Test
    void anExecutableLogStaysUnexplained() throws IOException {
        FakeTreeBuilder tree =
                FakeTree.builder().file("/var/log/a.log", "text\n").mode("/var/log/a.log", 0755);

        assertThat(Installed.ruleFor("/var/log/a.log", plugin(), tree)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/log/wtmp", "/var/log/lastlog", "/var/log/faillog"})
    void otherBytesInPlaceOfRecordsStayUnexplained(String path) throws IOException {
        byte[] content = new byte[9600 * 73];
        java.util.Arrays.fill(content, (byte) 0xff);

        assertThat(Installed.ruleFor(path, plugin(), FakeTree.builder().file(path, content)))
                .isEqualTo("nothing");
        assertThat(Installed.ruleFor(path, plugin(), FakeTree.builder().file(path, "short")))
                .isEqualTo("nothing");
    }
}
