package dev.jonah.inspector.compression;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Every form in which tools store a layer, with the media type that goes with it. */
public enum Compressors implements UnaryOperator<byte[]> {
    PLAIN("tar") {
        @Override
        public byte[] apply(byte[] bytes) {
            return bytes.clone();
        }
    },
    GZIP("tar+gzip") {
        @Override
        public byte[] apply(byte[] bytes) {
            return through(GZIPOutputStream::new, bytes);
        }
    },
    GZIP_MEMBERS("tar+gzip") {
        @Override
        public byte[] apply(byte[] bytes) {
            return inParts(GZIP, bytes);
        }
    },
    ZSTD("tar+zstd") {
        @Override
        public byte[] apply(byte[] bytes) {
            return through(ZstdOutputStream::new, bytes);
        }
    },
    ZSTD_CHECKSUM("tar+zstd") {
        @Override
        public byte[] apply(byte[] bytes) {
            return through(out -> new ZstdOutputStream(out).setChecksum(true), bytes);
        }
    },
    ZSTD_SKIPPABLE("tar+zstd") {
        @Override
        public byte[] apply(byte[] bytes) {
            int half = bytes.length / 2;
            return join(
                    skippable(3),
                    Zstd.compress(Arrays.copyOf(bytes, half)),
                    skippable(0),
                    skippable(70_000),
                    ZSTD_CHECKSUM.apply(Arrays.copyOfRange(bytes, half, bytes.length)),
                    skippable(9));
        }
    },
    XZ("tar+xz") {
        @Override
        public byte[] apply(byte[] bytes) {
            return through(out -> new XZOutputStream(out, new LZMA2Options(1)), bytes);
        }
    },
    BZIP2("tar+bzip2") {
        @Override
        public byte[] apply(byte[] bytes) {
            return through(out -> new BZip2CompressorOutputStream(out, 1), bytes);
        }
    };

    private final String suffix;

    Compressors(String suffix) {
        this.suffix = suffix;
    }

    /** The media type in the names of OCI. */
    public String mediaType() {
        return "application/vnd.oci.image.layer.v1." + suffix;
    }

    /** Compresses in two parts, one after the other. */
    public static byte[] inParts(UnaryOperator<byte[]> compressor, byte[] bytes) {
        int half = bytes.length / 2;
        return join(
                compressor.apply(Arrays.copyOf(bytes, half)),
                compressor.apply(Arrays.copyOfRange(bytes, half, bytes.length)));
    }

    /** A skippable zstd frame with so many bytes. */
    static byte[] skippable(int length) {
        byte[] frame = new byte[8 + length];
        frame[0] = 0x5a;
        frame[1] = 0x2a;
        frame[2] = 0x4d;
        frame[3] = 0x18;
        for (int i = 0; i < 4; i++) {
            frame[4 + i] = (byte) (length >>> 8 * i);
        }
        Arrays.fill(frame, 8, frame.length, (byte) 0x28);
        return frame;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private interface Encoder {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] through(Encoder encoder, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream encoded = encoder.over(out)) {
            encoded.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }
}
