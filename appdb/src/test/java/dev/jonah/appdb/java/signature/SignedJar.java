package dev.jonah.appdb.java.signature;

import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.appdb.java.zip.ZipCursor;
import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.testkit.MemoryBlob;
import dev.jonah.testkit.RealTool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An archive that {@code jarsigner} signs, and that can be changed afterwards. */
final class SignedJar {
    private final Path file;
    private final Keys keys;

    SignedJar(Path directory, Keys keys) throws IOException {
        this.keys = keys;
        this.file = directory.resolve("x.jar");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        put(entries, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMain-Class: a.A\r\n\r\n");
        put(entries, "a/A.class", "one");
        put(entries, "a/B.class", "two".repeat(10_000));
        put(entries, "a/very/long/name/so/that/the/manifest/has/to/fold/the/line/that/states/it/\u00fc.txt", "three");
        write(entries);
    }

    SignedJar sign(String alias, String... how) throws IOException {
        List<String> command = new ArrayList<>(keys.options());
        command.addAll(List.of(how));
        command.addAll(List.of(file.toString(), alias));
        RealTool.named("jarsigner").run(command.toArray(new String[0])).succeeded();
        return this;
    }

    RealTool.Run verifiedByJarsigner() throws IOException {
        return RealTool.named("jarsigner").run("-verify", "-verbose", file.toString());
    }

    Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    SignedJar with(String name, String text) throws IOException {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    SignedJar with(String name, byte[] bytes) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put(name, bytes);
        write(entries);
        return this;
    }

    SignedJar without(String name) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.remove(name);
        write(entries);
        return this;
    }

    SignedJar replaced(String name, String old, String by) throws IOException {
        String text = new String(entries().get(name), StandardCharsets.UTF_8);
        return with(name, text.replace(old, by));
    }

    ArchiveSignature check() throws IOException {
        return check(Files.readAllBytes(file));
    }

    static ArchiveSignature check(byte[] bytes) throws IOException {
        ZipArchive archive = ZipArchive.in(MemoryBlob.of(bytes));
        ZipEntryHead manifest = null;
        List<ZipEntryHead> related = new ArrayList<>();
        ZipCursor cursor = archive.entries();
        for (ZipEntryHead entry; (entry = cursor.next()) != null; ) {
            String name = entry.name().latin1();
            manifest = name.equals("META-INF/MANIFEST.MF") ? entry : manifest;
            if (SignatureNames.isOne(name)) {
                related.add(entry);
            }
        }
        return new SignatureCheck(archive, bytesToRead -> bytesToRead < 1 << 30).run(manifest, related);
    }

    private static void put(Map<String, byte[]> entries, String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        Files.write(file, out.toByteArray());
    }
}
