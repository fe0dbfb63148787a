package dev.jonah.image;

import dev.jonah.value.RawText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of one layer as it is stored, before layers are united: whiteouts are entries here.
 *
 * @param name as stored, not normalised
 * @param type what it is
 * @param mode permission bits, {@code 07777}
 * @param uid numeric owner
 * @param gid numeric group
 * @param size bytes of the content of a {@link EntryType#FILE}; else 0
 * @param modified seconds since 1970
 * @param target link target as stored, of symbolic and hard links; else null
 * @param device number of a device node; else null
 * @param attributes extended attributes by name
 * @param content the bytes of a {@link EntryType#FILE}; null if the layer ends before they do
 */
public record LayerEntry(
        RawText name,
        EntryType type,
        int mode,
        long uid,
        long gid,
        long size,
        long modified,
        @Nullable RawText target,
        @Nullable Device device,
        Map<String, RawText> attributes,
        @Nullable Content content) {}
