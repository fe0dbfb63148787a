package dev.jonah.appdb.java.format;

import dev.jonah.value.RawText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the main section of a manifest. Lines are folded at 72 bytes, in the middle of a character too, so they are joined
 * as bytes; what is no UTF-8 then is taken for Latin-1. Lines may end in any of the three ways; some writers leave out the
 * empty line before the next section. What is no attribute is passed over.
 */
public final class ManifestReader {
    private ManifestReader() {}

    /** The main section of the manifest that begins so. */
    public static Manifest read(byte[] bytes) {
        List<Manifest.Attribute> attributes = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        // A byte order mark is nowhere allowed, and some editors write it.
        int at = bytes.length > 2 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb ? 3 : 0;
        while (at < bytes.length) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            if (end == at && (line.size() > 0 || !attributes.isEmpty())) {
                break;
            }
            if (end > at && bytes[at] == ' ') {
                line.write(bytes, at + 1, end - at - 1);
            } else {
                if (!add(line.toByteArray(), attributes)) {
                    return new Manifest(attributes);
                }
                line.reset();
                line.write(bytes, at, end - at);
            }
            at = end + (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n' ? 2 : 1);
        }
        add(line.toByteArray(), attributes);
        return new Manifest(attributes);
    }

    /** False if the line begins another section. */
    private static boolean add(byte[] line, List<Manifest.Attribute> to) {
        RawText raw = RawText.of(line);
        String text = raw.isUtf8() ? new String(line, StandardCharsets.UTF_8) : raw.latin1();
        int colon = text.indexOf(':');
        if (colon > 0) {
            String name = text.substring(0, colon).strip();
            if (name.equalsIgnoreCase("Name")) {
                return false;
            }
            String value = text.substring(colon + 1);
            to.add(new Manifest.Attribute(name, value.startsWith(" ") ? value.substring(1) : value));
        }
        return true;
    }
}
