package dev.jonah.appdb.java.nativeimage;

import dev.jonah.appdb.program.TestElf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** An ELF file with what {@code native-image} puts into one. */
final class TestNativeImage {
    static final String SBOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
             "metadata": {"component": {"type": "application", "group": "org.example", "name": "shop", "version": "1.4"}},
             "components": [
              {"type": "library", "group": "io.netty", "name": "netty-common", "version": "4.1.76.Final",
               "purl": "pkg:maven/io.netty/netty-common@4.1.76.Final",
               "licenses": [{"license": {"id": "Apache-2.0"}}]},
              {"type": "library", "group": "org.json", "name": "json", "version": "20211205"}, {"name": ""}]}
            """;

    /** The part of it that is no package. */
    static final String NAMELESS = ", {\"name\": \"\"}";

    private static final String VERSION = "com.oracle.svm.core.VM=GraalVM 22.3.0 Java 17 CE\0";

    private TestNativeImage() {}

    static byte[] with(String sbom) {
        return with(gzip(sbom), gzip(sbom).length);
    }

    static byte[] with(byte[] sbom, long statedLength) {
        ByteBuffer heap =
                ByteBuffer.allocate(8 + sbom.length + VERSION.length()).order(ByteOrder.LITTLE_ENDIAN);
        heap.putLong(statedLength).put(sbom).put(VERSION.getBytes(StandardCharsets.US_ASCII));
        long start = TestElf.ADDRESS + TestElf.usual().firstOffset();
        ByteBuffer symbols = ByteBuffer.allocate(4 * 24).order(ByteOrder.LITTLE_ENDIAN);
        symbols.putInt(24, 1).putLong(32, start + 8);
        symbols.putInt(48, 6).putLong(56, start);
        symbols.putInt(72, 18).putLong(80, start + 8 + sbom.length);
        return TestElf.usual()
                .section(".svm_heap", heap.array())
                .section(".dynsym", symbols.array())
                .section(".dynstr", "\0sbom\0sbom_length\0__svm_version_info\0".getBytes(StandardCharsets.US_ASCII))
                .bytes();
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
