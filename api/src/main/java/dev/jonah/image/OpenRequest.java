package dev.jonah.image;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.Tasks;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to open, and how. Build one with {@link #of(Path)} or {@link #of(String, InputStream)}.
 *
 * @param name what to call the input in messages
 * @param path a file or directory of the host, or null
 * @param stream the bytes of an archive, or null; read to its end and not closed
 * @param format one of {@link ImageReader#formats()} to force, or null
 * @param image name, tag or digest of one of several images, or null
 * @param platform of several, or null
 * @param strict whether an image that is not complete is refused
 * @param otherFileSystems whether mount points below a directory are entered
 * @param limits bounds
 * @param spoolDirectory where decompressed layers may go that do not fit into {@link Limits.Name#SPOOL_MEMORY}; null for
 *     nowhere, and then such an image is refused
 * @param tasks threads to work on
 * @param progress told of bytes read
 */
public record OpenRequest(
        String name,
        @Nullable Path path,
        @Nullable InputStream stream,
        @Nullable String format,
        @Nullable String image,
        @Nullable Platform platform,
        boolean strict,
        boolean otherFileSystems,
        Limits limits,
        @Nullable Path spoolDirectory,
        Tasks tasks,
        Progress progress) {
    /** Told how far the reading is; called from any thread, often, and must be quick. */
    @FunctionalInterface
    public interface Progress {
        /** So many bytes of so many have been read. */
        void read(long bytes, long total);
    }

    /** A file or directory. */
    public static Builder of(Path path) {
        return new Builder(path.toString(), path, null);
    }

    /** A stream, such as standard input. */
    public static Builder of(String name, InputStream stream) {
        return new Builder(name, null, stream);
    }

    /** Collects options; not safe for several threads. */
    public static final class Builder {
        private final String name;
        private final @Nullable Path path;
        private final @Nullable InputStream stream;
        private @Nullable String format;
        private @Nullable String image;
        private @Nullable Platform platform;
        private boolean strict;
        private boolean otherFileSystems;
        private Limits limits = Limits.defaults();
        private @Nullable Path spoolDirectory;
        private Tasks tasks = Tasks.sequential();
        private Progress progress = (bytes, total) -> {};

        private Builder(String name, @Nullable Path path, @Nullable InputStream stream) {
            this.name = name;
            this.path = path;
            this.stream = stream;
        }

        /** Forces a format. */
        public Builder format(@Nullable String value) {
            format = value;
            return this;
        }

        /** Chooses one of several images. */
        public Builder image(@Nullable String value) {
            image = value;
            return this;
        }

        /** Chooses one of several platforms. */
        public Builder platform(@Nullable Platform value) {
            platform = value;
            return this;
        }

        /** Refuses images that are not complete. */
        public Builder strict(boolean value) {
            strict = value;
            return this;
        }

        /** Enters mount points below a directory. */
        public Builder otherFileSystems(boolean value) {
            otherFileSystems = value;
            return this;
        }

        /** Sets the bounds. */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /** Allows decompressed layers to be kept in this directory. */
        public Builder spoolDirectory(@Nullable Path value) {
            spoolDirectory = value;
            return this;
        }

        /** Lends threads. */
        public Builder tasks(Tasks value) {
            tasks = value;
            return this;
        }

        /** Watches. */
        public Builder progress(Progress value) {
            progress = value;
            return this;
        }

        /** The request as described so far. */
        public OpenRequest build() {
            return new OpenRequest(
                    name,
                    path,
                    stream,
                    format,
                    image,
                    platform,
                    strict,
                    otherFileSystems,
                    limits,
                    spoolDirectory,
                    tasks,
                    progress);
        }
    }
}
