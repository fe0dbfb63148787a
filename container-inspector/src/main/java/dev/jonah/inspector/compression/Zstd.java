package dev.jonah.inspector.compression;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Chooses a zstd decoder: the native one, or where it cannot be loaded (musl, noexec) the one in pure Java. */
final class Zstd {
    private static final int LARGEST_WINDOW_LOG = 31;

    private Zstd() {}

    static InputStream open(InputStream in, long megabytes) throws IOException {
        try {
            return nativeStream(in, megabytes);
        } catch (LinkageError e) {
            return pureJava(in);
        }
    }

    /** Block by block, so that no call can fail that has decoded something. */
    static InputStream nativeStream(InputStream in, long megabytes) throws IOException {
        ZstdInputStreamNoFinalizer stream = new ZstdInputStreamNoFinalizer(new SkippableFrames(in));
        stream.setLongMax(windowLog(megabytes));
        return stream;
    }

    static InputStream pureJava(InputStream in) throws IOException {
        SkippableFrames frames = new SkippableFrames(in);
        return frames.isEmpty() ? InputStream.nullInputStream() : new ZstdInputStream(frames);
    }

    private static int windowLog(long megabytes) {
        int log = 63 - Long.numberOfLeadingZeros(Math.max(1, megabytes)) + 20;
        return Math.min(log, LARGEST_WINDOW_LOG);
    }
}
