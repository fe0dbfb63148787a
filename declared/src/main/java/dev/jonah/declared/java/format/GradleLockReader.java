package dev.jonah.declared.java.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads {@code gradle.lockfile}, {@code buildscript-gradle.lockfile} and the older lock files of one configuration each:
 * lines of {@code group:artifact:version=configuration,…}.
 */
public final class GradleLockReader {
    private GradleLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        try (LineReader lines = new LineReader(in, limits)) {
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("#") || text.startsWith("empty=")) {
                    continue;
                }
                int equals = text.indexOf('=');
                String[] parts = (equals < 0 ? text : text.substring(0, equals)).split(":");
                if (parts.length != 3 || parts[0].isEmpty() || parts[1].isEmpty() || parts[0].indexOf(' ') >= 0) {
                    out.unread("line " + lines.lineNumber());
                    continue;
                }
                Declaration.Builder found =
                        Declaration.of(parts[0] + ":" + parts[1]).version(parts[2]);
                for (String configuration : (equals < 0 ? "" : text.substring(equals + 1)).split(",")) {
                    found.scope(configuration.strip());
                }
                out.declared(found);
            }
        }
    }
}
