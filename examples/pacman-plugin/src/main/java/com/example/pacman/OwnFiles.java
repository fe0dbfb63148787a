package com.example.pacman;

import com.example.pacman.format.MtreeEntry;
import dev.jonah.image.EntryType;
import dev.jonah.packages.PackageFile;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files of the database that belong to one package. */
final class OwnFiles {
    // Under which name pacman keeps what the package calls otherwise.
    private static final Map<String, String> KEPT = Map.of("./.INSTALL", "install", "./.CHANGELOG", "changelog");

    private OwnFiles() {}

    /** One that was read and understood; nobody recorded a checksum. */
    static PackageFile unrecorded(ImagePath path) {
        return PackageFile.at(path, "pacman.database")
                .type(EntryType.FILE)
                .note("read as a file of the package's entry in the database")
                .build();
    }

    /** One that {@code mtree} describes: the script, the changes. */
    static Optional<PackageFile> recorded(MtreeEntry entry, ImagePath directory, ImagePath mtree) {
        String name = KEPT.get(entry.name().latin1());
        Digest digest = digest(entry);
        return name == null || digest == null
                ? Optional.empty()
                : Optional.of(PackageFile.at(directory.resolve(name), "pacman.mtree")
                        .type(EntryType.FILE)
                        .size(entry.number("size"))
                        .digest(digest)
                        .source(mtree)
                        .build());
    }

    /** The better one of the checksums that {@code mtree} has; newer makepkg records SHA-256 only. */
    static @Nullable Digest digest(MtreeEntry entry) {
        for (String algorithm : new String[] {"sha256", "md5"}) {
            for (String keyword : new String[] {algorithm + "digest", algorithm}) {
                String hex = entry.text(keyword);
                Digest digest = hex == null ? null : Digest.parse(algorithm + ":" + hex);
                if (digest != null) {
                    return digest;
                }
            }
        }
        return null;
    }
}
