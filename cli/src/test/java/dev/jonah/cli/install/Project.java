package dev.jonah.cli.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory with sources.
 *
 * @param directory where they are
 */
record Project(Path directory) {
    /** Writes a file, and the directories above it. */
    Project file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
