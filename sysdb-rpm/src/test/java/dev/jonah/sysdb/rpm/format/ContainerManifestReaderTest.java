package dev.jonah.sysdb.rpm.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContainerManifestReaderTest {
    private static ContainerManifestReader reader(String text) {
        return new ContainerManifestReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.defaults());
    }

    @Test
    void everyColumnIsRead() throws IOException {
        String line =
                "bash\t5.1.8-1.cm2\t1675\t1662\tMicrosoft Corporation\t(none)\t99\tx86_64\t0\tbash-5.1.8-1.cm2.src.rpm\n";
        assertThat(reader(line).read())
                .isEqualTo(new ContainerManifestRow(
                        "bash",
                        "5.1.8-1.cm2",
                        1675L,
                        1662L,
                        "Microsoft Corporation",
                        null,
                        99L,
                        "x86_64",
                        "bash-5.1.8-1.cm2.src.rpm"));
    }

    @Test
    void malformedLinesAreCounted() throws IOException {
        ContainerManifestReader reader = reader("bash 5.1.8\n\n");
        assertThat(reader.read()).isNull();
        assertThat(reader.malformed()).isEqualTo(1);
    }
}
