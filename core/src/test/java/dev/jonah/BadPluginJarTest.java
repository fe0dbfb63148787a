package dev.jonah;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.distro.DistroDetector;
import dev.jonah.image.Image;
import dev.jonah.result.ScanResult;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken plugin jar costs that plugin, and the scan says so. */
class BadPluginJarTest {
    @TempDir
    Path folder;

    /** A class file for a Java of the far future: only its header is looked at. */
    private static final byte[] TOO_NEW = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, (byte) 200};

    @Test
    void oneBadJarDoesNotKeepTheOthersAway() throws IOException {
        Path jar = folder.resolve("bad.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "META-INF/services/dev.jonah.distro.DistroDetector",
                    "acme.Missing\nacme.TooNew\n".getBytes(StandardCharsets.UTF_8));
            put(zip, "acme/TooNew.class", TOO_NEW);
        }
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
                Image image = TestImages.open(l -> l.file("/etc/os-release", "ID=alpine\n"))) {
            Jonah jonah = Jonah.builder().pluginsFrom(loader).build();
            assertThat(jonah.pluginFailures())
                    .extracting(f -> f.message())
                    .satisfiesExactlyInAnyOrder(
                            message -> assertThat(message).contains("acme.Missing"),
                            message -> assertThat(message).contains("acme").contains("TooNew"));
            assertThat(jonah.plugins(DistroDetector.class)).isNotEmpty();
            ScanResult result = jonah.scan(image);
            assertThat(result.diagnostics())
                    .filteredOn(d -> d.code().equals("plugin.load"))
                    .hasSize(2);
            assertThat(result.distro()).isNotNull();
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
