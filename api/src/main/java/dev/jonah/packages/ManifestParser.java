package dev.jonah.packages;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.plugin.Plugin;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * SPI: turns one file that tells of application packages into those packages: installed ones, or {@linkplain
 * SoftwarePackage.Kind#DECLARED declared} ones.
 */
public interface ManifestParser extends Plugin {
    /** Which files to look at. */
    FilePattern accepts();

    /**
     * Hands over the packages that one accepted file tells of. Called for entries of any type except directories; most
     * parsers pass over what is no regular file.
     *
     * @throws IOException if the file cannot be read further; packages handed over before that count
     */
    void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException;

    /** What it reads, claims and compares, for people; null if it does not tell. */
    default @Nullable Coverage coverage() {
        return null;
    }
}
