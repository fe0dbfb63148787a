package dev.jonah.appdb.python;

import dev.jonah.value.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives of Python in memory. */
final class Archives {
    static final String METADATA = "Metadata-Version: 2.1\nName: Hello-World\nVersion: 1.0+local\n";

    private Archives() {}

    /** A zip archive of these names and contents. */
    static byte[] zip(String... namesAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                ZipEntry entry = new ZipEntry(namesAndContents[i]);
                entry.setTime(315_619_200_000L);
                zip.putNextEntry(entry);
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A wheel with this module and further names and contents that its RECORD does not list. */
    static byte[] wheel(String module, String... more) {
        String record = row("hello.py", "pass\n") + row("hello_world-1.0+local.dist-info/METADATA", METADATA)
                + "hello_world-1.0+local.dist-info/RECORD,,\n";
        String[] all = new String[6 + more.length];
        all[0] = "hello.py";
        all[1] = module;
        all[2] = "hello_world-1.0+local.dist-info/METADATA";
        all[3] = METADATA;
        all[4] = "hello_world-1.0+local.dist-info/RECORD";
        all[5] = record;
        System.arraycopy(more, 0, all, 6, more.length);
        return zip(all);
    }

    private static String row(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] sum = HexFormat.of()
                .parseHex(Digest.compute(Digest.Algorithm.SHA256, bytes).hex());
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        return name + ",sha256=" + text + "," + bytes.length + "\n";
    }
}
