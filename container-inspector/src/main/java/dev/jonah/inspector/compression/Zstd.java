package dev.jonah.inspector.compression;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Chooses a zstd decoder: the native one, or where it cannot be loaded (musl, noexec) the one in pure Java. */
final class Zstd {
    private Zstd() {}

    static InputStream open(InputStream in, int megabytes) throws IOException {
        try {
            return nativeStream(in, megabytes);
        } catch (LinkageError e) {
            return pureJava(in);
        }
    }

    static InputStream nativeStream(InputStream in, int megabytes) throws IOException {
        ZstdInputStreamNoFinalizer stream = new ZstdInputStreamNoFinalizer(in);
        stream.setLongMax(63 - Long.numberOfLeadingZeros(Math.max(1L, megabytes) << 20));
        return stream;
    }

    static InputStream pureJava(InputStream in) {
        return new ZstdInputStream(new SkippableFrames(in));
    }
}
