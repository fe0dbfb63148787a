package dev.jonah.appdb.ruby;

import dev.jonah.appdb.ruby.format.GemSpecification;
import dev.jonah.appdb.ruby.format.GemSpecificationReader;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads specifications of the image. */
final class Specifications {
    private Specifications() {}

    /** What a specification says; nothing but that it is damaged, and a diagnostic, if it cannot be read. */
    static GemSpecification read(FileEntry manifest, PackageScan scan, Diagnostics diagnostics) throws IOException {
        Content content = manifest.content();
        if (content == null) {
            diagnostics.error("gem.specification.lost", manifest.path(), manifest.path() + " has lost its bytes");
            return nothing(scan);
        }
        try {
            return GemSpecificationReader.read(content.open(), scan.limits());
        } catch (LimitExceededException e) {
            diagnostics.error("gem.specification.limit", manifest.path(), manifest.path() + ": " + e.getMessage());
            return nothing(scan);
        }
    }

    private static GemSpecification nothing(PackageScan scan) throws IOException {
        return GemSpecificationReader.read(new ByteArrayInputStream(new byte[0]), scan.limits());
    }
}
