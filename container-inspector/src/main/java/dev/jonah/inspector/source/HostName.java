package dev.jonah.inspector.source;

import dev.jonah.value.RawText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a host name. A path's string form depends on the locale of the JVM, its URI is made from the bytes.
 */
final class HostName {
    private HostName() {}

    static RawText of(Path path) {
        Path name = path.getFileName();
        return name == null ? RawText.of("") : bytes(name, path);
    }

    static RawText target(Path link) throws IOException {
        Path target = Files.readSymbolicLink(link);
        String text = target.toString();
        // A URI is always absolute: only a target that survives as text is taken from there.
        return RawText.of(text).isUtf8() && text.indexOf('\ufffd') < 0 ? RawText.of(text) : encoded(target);
    }

    private static RawText encoded(Path target) {
        String uri = target.toUri().getRawPath();
        String base =
                target.isAbsolute() ? "" : Path.of("").toAbsolutePath().toUri().getRawPath();
        return decode(uri.startsWith(base) ? uri.substring(base.length()) : uri);
    }

    private static RawText bytes(Path name, Path whole) {
        String text = name.toString();
        if (text.chars().allMatch(c -> c < 0x80)) {
            return RawText.of(text);
        }
        String uri = whole.toAbsolutePath().toUri().getRawPath();
        String trimmed = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        return decode(trimmed.substring(trimmed.lastIndexOf('/') + 1));
    }

    private static RawText decode(String encoded) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) == '%') {
                out.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.write(encoded.charAt(i));
            }
        }
        return RawText.of(out.toByteArray());
    }
}
