package dev.jonah.packages;

import dev.jonah.image.FileTree;
import dev.jonah.plugin.Plugin;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * SPI: reads the installed packages of one package manager. It is asked for every image, whatever the distribution: the
 * database's presence decides.
 */
public interface PackageDatabase extends Plugin {
    /** Whether there is such a database; cheap, and reads no content. */
    boolean presentIn(FileTree tree);

    /**
     * Hands over every installed package.
     *
     * @throws IOException if the database cannot be read further; packages handed over before that count
     */
    void read(PackageScan scan, Consumer<SoftwarePackage> out) throws IOException;

    /** What it reads, claims and compares, for people; null if it does not tell. */
    default @Nullable Coverage coverage() {
        return null;
    }
}
