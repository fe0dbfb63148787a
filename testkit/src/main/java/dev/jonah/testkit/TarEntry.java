package dev.jonah.testkit;

import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.value.RawText;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One member of a tar archive that is being made; what nobody sets is 0 or absent. */
final class TarEntry {
    final RawText name;
    final EntryType type;
    final Map<String, RawText> attributes = new TreeMap<>();
    int mode;
    long uid;
    long gid;
    long modified;
    byte[] content = {};

    @Nullable
    RawText target;

    @Nullable
    Device device;

    TarEntry(RawText name, EntryType type, int mode) {
        this.name = name;
        this.type = type;
        this.mode = mode;
    }

    static TarEntry file(String name, byte[] content) {
        TarEntry entry = new TarEntry(RawText.of(name), EntryType.FILE, 0644);
        entry.content = content;
        return entry;
    }

    /** The type flag of POSIX.1-1988 ustar. */
    byte flag() {
        return switch (type) {
            case FILE -> '0';
            case HARDLINK -> '1';
            case SYMLINK -> '2';
            case CHAR -> '3';
            case BLOCK -> '4';
            case DIRECTORY -> '5';
            case FIFO -> '6';
            case SOCKET -> throw new IllegalArgumentException("tar cannot hold the socket " + name);
        };
    }
}
