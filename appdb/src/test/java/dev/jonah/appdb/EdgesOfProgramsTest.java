package dev.jonah.appdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.rust.AuditedProgram;
import dev.jonah.appdb.rust.RustProgramParser;
import dev.jonah.testkit.FakeTree;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EdgesOfProgramsTest {
    @Test
    void cratesMeanThoseOfTheSameProgramAndNotThoseOfTheBuild() throws IOException {
        byte[] program = AuditedProgram.of("""
                {"packages":[
                {"name":"app","version":"1.0.0","source":"local","root":true,"dependencies":[1,2,9]},
                {"name":"log","version":"0.4.0","source":"crates.io","dependencies":[3]},
                {"name":"cc","version":"1.0.0","source":"crates.io","kind":"build"},
                {"name":"cfg-if","version":"1.0.0","source":"crates.io"}]}
                """);
        assertThat(Edges.of(
                        FakeTree.builder()
                                .file("/bin/app", program)
                                .mode("/bin/app", 0755)
                                .build(),
                        new RustProgramParser()))
                .containsExactly("app -> /bin/app pkg:cargo/log@0.4.0", "log -> /bin/app pkg:cargo/cfg-if@1.0.0");
    }
}
