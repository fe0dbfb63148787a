package dev.jonah.testkit;

import dev.jonah.image.Content;
import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An entry of a {@link FakeTree}; all of them come from layer 0. */
record FakeEntry(
        ImagePath path,
        EntryType type,
        int mode,
        long uid,
        long gid,
        long modified,
        @Nullable RawText target,
        @Nullable Device device,
        Map<String, RawText> attributes,
        @Nullable Content content,
        boolean implied)
        implements FileEntry {
    FakeEntry {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    FakeEntry withContent(Content other) {
        return new FakeEntry(path, type, mode, uid, gid, modified, target, device, attributes, other, implied);
    }

    FakeEntry asHardlink(@Nullable RawText linked) {
        return new FakeEntry(
                path, EntryType.HARDLINK, mode, uid, gid, modified, linked, device, attributes, content, implied);
    }

    @Override
    public long size() {
        return content == null ? 0 : content.size();
    }

    @Override
    public int layer() {
        return 0;
    }
}
