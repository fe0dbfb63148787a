package dev.jonah.inspector.tree;

import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.LayerEntry;
import dev.jonah.value.RawText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What overlayfs itself writes into an upper directory where an image has whiteouts (Linux, overlayfs.rst). */
final class OverlayMark {
    private static final Set<String> OPAQUE =
            Set.of("trusted.overlay.opaque", "user.overlay.opaque", "user.fuseoverlayfs.opaque");

    private OverlayMark() {}

    /** Whether an entry is a character device 0/0. */
    static boolean isWhiteout(LayerEntry entry) {
        Device device = entry.type() == EntryType.CHAR ? entry.device() : null;
        return device != null && device.major() == 0 && device.minor() == 0;
    }

    /** Whether an entry is a directory that hides what lower layers have in it. */
    static boolean isOpaque(LayerEntry entry) {
        return entry.type() == EntryType.DIRECTORY
                && OPAQUE.stream().anyMatch(name -> isYes(entry.attributes().get(name)));
    }

    private static boolean isYes(@Nullable RawText value) {
        return value != null && value.latin1().startsWith("y");
    }
}
