package dev.jonah.appdb.rust.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.appdb.program.TestElf;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.appdb.program.format.ProgramReader;
import dev.jonah.appdb.rust.AuditedProgram;
import dev.jonah.testkit.MemoryBlob;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditDataReaderTest {
    @Test
    void unknownFieldsArePassedOver() throws IOException {
        assertThat(
                        read(
                                AuditedProgram.of(
                                        "{\"x\":[{}],\"packages\":[{\"name\":\"a\",\"new\":{\"y\":[1]},\"version\":\"1.0.0\"}],\"z\":1}")))
                .containsExactly(new AuditedCrate("a", "1.0.0", null, "runtime", List.of(), false));
    }

    @Test
    void withoutTheSectionThereIsNoList() throws IOException {
        assertThat(read(TestElf.usual().section(".text", new byte[9]).bytes())).isNull();
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() {
        byte[] bomb = AuditedProgram.of("{\"packages\":[]," + " ".repeat(9 << 20) + "\"x\":1}");
        assertThatThrownBy(() -> read(bomb)).hasMessageContaining("more than");
    }

    @Test
    void damagedCompressionAndJsonAreErrors() {
        assertThatThrownBy(() ->
                        read(TestElf.usual().section(".dep-v0", new byte[9]).bytes()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(AuditedProgram.of("[1"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(AuditedProgram.of("{\"packages\":[{\"name\":\"a\"}]}")))
                .hasMessageContaining("without name or version");
    }

    private static List<AuditedCrate> read(byte[] file) throws IOException {
        ProgramBytes bytes = new ProgramBytes(MemoryBlob.of(file).openChannel());
        return AuditDataReader.read(ProgramReader.read(bytes).get(0), bytes);
    }
}
