package dev.jonah.testkit;

import dev.jonah.image.Blob;
import dev.jonah.image.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An input for tests of image readers.
 *
 * <pre>{@code
 * ImageSource source = FakeSource.archive(OciLayout.of(image).members());
 * }</pre>
 */
public final class FakeSource implements ImageSource {
    private final String name;
    private final @Nullable Path directory;
    private final @Nullable Blob bytes;
    private final Map<String, byte[]> members;

    private FakeSource(String name, @Nullable Path directory, @Nullable Blob bytes, Map<String, byte[]> members) {
        this.name = name;
        this.directory = directory;
        this.bytes = bytes;
        this.members = members;
    }

    /** Bytes that are no archive: no member is ever found. */
    public static FakeSource bytes(byte[] bytes) {
        return new FakeSource("bytes", null, MemoryBlob.of(bytes), Map.of());
    }

    /** A tar archive with these files. */
    public static FakeSource archive(Map<String, byte[]> members) {
        return new FakeSource("archive.tar", null, MemoryBlob.of(DockerArchive.tar(members)), Map.copyOf(members));
    }

    /** A directory of the host. */
    public static FakeSource directory(Path directory) {
        return new FakeSource(directory.toString(), directory, null, Map.of());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Path directory() {
        return directory;
    }

    @Override
    public @Nullable Blob bytes() {
        return bytes;
    }

    @Override
    public @Nullable Blob member(String member) throws IOException {
        Path file = inDirectory(member);
        return MemoryBlob.ofNullable(file == null ? members.get(member) : Files.readAllBytes(file));
    }

    @Override
    public boolean has(String member) {
        return inDirectory(member) != null || members.containsKey(member);
    }

    private @Nullable Path inDirectory(String member) {
        if (directory == null) {
            return null;
        }
        Path file = directory.resolve(member).normalize();
        return file.startsWith(directory.normalize()) && Files.isRegularFile(file) ? file : null;
    }
}
