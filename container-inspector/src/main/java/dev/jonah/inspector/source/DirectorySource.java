package dev.jonah.inspector.source;

import dev.jonah.image.Blob;
import dev.jonah.image.ImageSource;
import dev.jonah.inspector.bytes.FileBlob;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A directory of the host whose regular files are the members. Links are followed only as far as they stay inside. */
public final class DirectorySource implements ImageSource, Closeable {
    private final String name;
    private final Path directory;
    private final Map<Path, FileBlob> open = new HashMap<>();

    /** The directory {@code directory}. */
    public DirectorySource(String name, Path directory) {
        this.name = name;
        this.directory = directory;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public @Nullable Blob bytes() {
        return null;
    }

    @Override
    public @Nullable Blob member(String memberName) throws IOException {
        Path file = inside(memberName);
        if (file == null) {
            return null;
        }
        FileBlob blob = open.get(file);
        if (blob == null) {
            blob = FileBlob.open(file);
            open.put(file, blob);
        }
        return blob;
    }

    @Override
    public boolean has(String memberName) throws IOException {
        return inside(memberName) != null;
    }

    private @Nullable Path inside(String memberName) throws IOException {
        try {
            Path root = directory.toRealPath();
            Path file = root.resolve(memberName).normalize();
            if (!file.startsWith(root) || !Files.exists(file)) {
                return null;
            }
            Path real = file.toRealPath();
            return real.startsWith(root) && Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS) ? real : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        for (FileBlob blob : open.values()) {
            blob.close();
        }
    }
}
