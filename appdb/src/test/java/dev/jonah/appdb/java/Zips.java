package dev.jonah.appdb.java;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Archives for tests, made by the JDK. */
public final class Zips {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private boolean stored;

    public static Zips zip() {
        return new Zips();
    }

    /** As Maven's archiver does it. */
    public static Zips maven(String group, String artifact, String version) {
        return zip().text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n")
                .pom(group, artifact, version)
                .text("a/b/C.class", "x");
    }

    /** An archive that {@code jarsigner} signed. */
    public static byte[] signed() {
        try (InputStream in = Zips.class.getResourceAsStream("signed-1.0.jar")) {
            return Objects.requireNonNull(in, "signed-1.0.jar").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of an archive, to be changed. */
    public static Zips unpack(byte[] archive) {
        Zips zips = zip();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                zips.bytes(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zips;
    }

    public Zips pom(String group, String artifact, String version) {
        return text(
                "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
                "#Created by Maven\nversion=" + version + "\ngroupId=" + group + "\nartifactId=" + artifact + "\n");
    }

    public Zips text(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Zips bytes(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    public Map<String, byte[]> entries() {
        return entries;
    }

    public Zips stored() {
        stored = true;
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry head = new ZipEntry(entry.getKey());
                head.setTime(0);
                if (stored) {
                    CRC32 crc = new CRC32();
                    crc.update(entry.getValue());
                    head.setMethod(ZipEntry.STORED);
                    head.setSize(entry.getValue().length);
                    head.setCrc(crc.getValue());
                }
                zip.putNextEntry(head);
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
