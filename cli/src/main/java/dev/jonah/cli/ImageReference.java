package dev.jonah.cli;

import dev.jonah.image.OpenRequest;
import dev.jonah.image.UnreadableImageException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The argument IMAGE: a place, perhaps with a format in front.
 *
 * @param format the format that is forced, or null
 * @param place a file, a directory or {@code -}
 */
record ImageReference(@Nullable String format, String place) {
    /** A prefix counts only if it is the name of a format: file names may hold colons. */
    static ImageReference parse(String text, Set<String> formats) {
        int colon = text.indexOf(':');
        return colon > 0 && formats.contains(text.substring(0, colon))
                ? new ImageReference(text.substring(0, colon), text.substring(colon + 1))
                : new ImageReference(null, text);
    }

    /** A request for it. */
    OpenRequest.Builder request(InputStream standardInput) throws UnreadableImageException {
        OpenRequest.Builder request =
                place.equals("-") ? OpenRequest.of("standard input", standardInput) : OpenRequest.of(path());
        return request.format(format);
    }

    private Path path() throws UnreadableImageException {
        Path path;
        try {
            path = Path.of(place);
        } catch (InvalidPathException e) {
            throw new UnreadableImageException(
                    "this locale has no way to write the name " + place
                            + "; set LC_ALL=C.UTF-8, or give the image on standard input: jonah scan - <FILE",
                    e);
        }
        if (place.isEmpty() || !Files.exists(path)) {
            throw new UnreadableImageException("there is no file or directory " + (place.isEmpty() ? "''" : place)
                    + (place.indexOf(':') > 0 ? "; images are read from files: docker save -o FILE " + place : ""));
        }
        return path;
    }
}
