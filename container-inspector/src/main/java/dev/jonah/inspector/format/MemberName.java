package dev.jonah.inspector.format;

import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import org.jspecify.annotations.Nullable;

/** Names of members as manifests write them. */
final class MemberName {
    private MemberName() {}

    /** Whether a name leads out of the archive, or means a place on the host. */
    static boolean climbs(String name) {
        return ImagePath.ROOT.escapes(RawText.of(name));
    }

    /** The digest that the name of a blob states: {@code blobs/sha256/HEX}, {@code sha256:HEX}, {@code HEX.json}; or null. */
    static @Nullable String statedDigest(String name) {
        String trimmed = name.startsWith("./") ? name.substring(2) : name;
        String[] parts = trimmed.split("/");
        if (parts.length == 3 && parts[0].equals("blobs")) {
            return OciDigest.isValid(parts[1] + ":" + parts[2]) ? parts[1] + ":" + parts[2] : null;
        }
        if (OciDigest.isValid(trimmed)) {
            return trimmed;
        }
        String stated = trimmed.endsWith(".json") ? "sha256:" + trimmed.substring(0, trimmed.length() - 5) : "";
        return OciDigest.isValid(stated) ? stated : null;
    }
}
