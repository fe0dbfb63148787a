package dev.jonah.appdb.java.format;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads {@code pom.properties} as Maven's archiver writes it into {@code META-INF/maven/GROUP/ARTIFACT/}. */
public final class PomPropertiesReader {
    private PomPropertiesReader() {}

    /** What the file states; nothing if it is no properties file. */
    public static Coordinates read(byte[] bytes) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.ISO_8859_1)));
        } catch (IOException | IllegalArgumentException e) {
            // Malformed escapes: what stands before them counts.
            return of(properties);
        }
        return of(properties);
    }

    private static Coordinates of(Properties properties) {
        return new Coordinates(
                properties.getProperty("groupId"),
                properties.getProperty("artifactId"),
                properties.getProperty("version"));
    }
}
