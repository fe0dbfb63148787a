package dev.jonah.appdb.rust;

import dev.jonah.appdb.program.TestElf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

/** Makes programs with a list of crates in them. */
public final class AuditedProgram {
    private AuditedProgram() {}

    /** With this JSON, compressed, in the section. */
    public static byte[] of(String json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream compressed = new DeflaterOutputStream(out)) {
            compressed.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TestElf.usual().section(".dep-v0", out.toByteArray()).bytes();
    }
}
