package dev.jonah.cli;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.packages.Purl;
import dev.jonah.result.PackageResult;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import org.jspecify.annotations.Nullable;

/** Names from inside an image, as a terminal may be shown them. */
final class Names {
    private Names() {}

    static String of(ImagePath path) {
        return Diagnostic.printable(path.toString());
    }

    static String of(@Nullable RawText text) {
        return text == null ? "?" : Diagnostic.printable(text.toString());
    }

    /** Name and version: {@code shadow 4.13}. */
    static String of(PackageResult found) {
        return of(found.software().purl());
    }

    /** Name and version. */
    static String of(Purl purl) {
        return Diagnostic.printable(purl.version() == null ? purl.name() : purl.name() + " " + purl.version());
    }
}
