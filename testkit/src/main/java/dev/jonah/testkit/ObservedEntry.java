package dev.jonah.testkit;

import dev.jonah.image.Content;
import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of an {@link ObservedTree} that says when its bytes are asked for. */
record ObservedEntry(FileEntry entry, Runnable onRead) implements FileEntry {
    @Override
    public ImagePath path() {
        return entry.path();
    }

    @Override
    public EntryType type() {
        return entry.type();
    }

    @Override
    public int mode() {
        return entry.mode();
    }

    @Override
    public long uid() {
        return entry.uid();
    }

    @Override
    public long gid() {
        return entry.gid();
    }

    @Override
    public long size() {
        return entry.size();
    }

    @Override
    public long modified() {
        return entry.modified();
    }

    @Override
    public @Nullable RawText target() {
        return entry.target();
    }

    @Override
    public @Nullable Device device() {
        return entry.device();
    }

    @Override
    public Map<String, RawText> attributes() {
        return entry.attributes();
    }

    @Override
    public @Nullable Content content() {
        Content content = entry.content();
        return content == null ? null : new ObservedContent(content, onRead);
    }

    @Override
    public int layer() {
        return entry.layer();
    }

    @Override
    public boolean implied() {
        return entry.implied();
    }

    private record ObservedContent(Content content, Runnable onRead) implements Content {
        @Override
        public long size() {
            return content.size();
        }

        @Override
        public InputStream open() throws IOException {
            onRead.run();
            return content.open();
        }

        @Override
        public SeekableByteChannel openChannel() throws IOException {
            onRead.run();
            return content.openChannel();
        }

        @Override
        public Digest digest(Digest.Algorithm algorithm) throws IOException {
            onRead.run();
            return content.digest(algorithm);
        }

        @Override
        public long position() {
            return content.position();
        }
    }
}
