package dev.jonah.inspector.tar;

import dev.jonah.value.RawText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Extended attributes in PAX records: {@code SCHILY.xattr.NAME} holds the value, libarchive's form encodes both. */
final class ExtendedAttributes {
    private static final String SCHILY = "SCHILY.xattr.";
    private static final String LIBARCHIVE = "LIBARCHIVE.xattr.";

    private ExtendedAttributes() {}

    static Map<String, RawText> of(PaxRecords pax) {
        Map<String, RawText> found = new TreeMap<>();
        for (Map.Entry<String, RawText> record : pax.values().entrySet()) {
            String key = record.getKey();
            if (key.startsWith(SCHILY)) {
                found.put(key.substring(SCHILY.length()), record.getValue());
            } else if (key.startsWith(LIBARCHIVE)) {
                try {
                    String name = URLDecoder.decode(key.substring(LIBARCHIVE.length()), StandardCharsets.UTF_8);
                    byte[] value =
                            Base64.getMimeDecoder().decode(record.getValue().bytes());
                    found.putIfAbsent(name, RawText.of(value));
                } catch (IllegalArgumentException e) {
                    found.putIfAbsent(key, record.getValue()); // not encoded as libarchive does: kept as it is
                }
            }
        }
        return found.isEmpty() ? Map.of() : found;
    }
}
