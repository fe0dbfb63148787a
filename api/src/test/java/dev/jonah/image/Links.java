package dev.jonah.image;

import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries for tests of links: files, directories and symbolic links, with parents. */
final class Links {
    private final Map<ImagePath, FileEntry> entries = new HashMap<>();

    Links() {
        entries.put(ImagePath.ROOT, new Entry(ImagePath.ROOT, EntryType.DIRECTORY, null));
    }

    Links file(String path) {
        return put(ImagePath.of(path), EntryType.FILE, null);
    }

    Links directory(String path) {
        return put(ImagePath.of(path), EntryType.DIRECTORY, null);
    }

    Links link(String path, String target) {
        return put(ImagePath.of(path), EntryType.SYMLINK, RawText.of(target));
    }

    @Nullable
    FileEntry find(ImagePath path) {
        return entries.get(path);
    }

    LinkResolver resolver() {
        return new LinkResolver(this::find, 40);
    }

    private Links put(ImagePath path, EntryType type, @Nullable RawText target) {
        entries.put(path, new Entry(path, type, target));
        for (ImagePath parent = path.parent(); parent != null; parent = parent.parent()) {
            entries.putIfAbsent(parent, new Entry(parent, EntryType.DIRECTORY, null));
        }
        return this;
    }

    private record Entry(
            ImagePath path, EntryType type, @Nullable RawText target) implements FileEntry {
        @Override
        public int mode() {
            return 0777;
        }

        @Override
        public long uid() {
            return 0;
        }

        @Override
        public long gid() {
            return 0;
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public long modified() {
            return 0;
        }

        @Override
        public @Nullable Device device() {
            return null;
        }

        @Override
        public Map<String, RawText> attributes() {
            return Map.of();
        }

        @Override
        public @Nullable Content content() {
            return null;
        }

        @Override
        public int layer() {
            return 0;
        }

        @Override
        public boolean implied() {
            return false;
        }
    }
}
