package dev.jonah.sysdb.rpm.format;

import dev.jonah.value.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes headers as rpm does: a region, its checksums, and what is added at installation. */
public final class HeaderBuilder {
    private final List<int[]> entries = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int regionEntries = -1;
    private int regionLength;

    /** A header that begins with a region. */
    public static HeaderBuilder withRegion() {
        HeaderBuilder builder = new HeaderBuilder();
        builder.entries.add(new int[] {RpmTag.HEADERIMMUTABLE.number(), 7, 0, 16});
        return builder;
    }

    /** A header of rpm 3, which has none. */
    public static HeaderBuilder withoutRegion() {
        return new HeaderBuilder();
    }

    public HeaderBuilder text(RpmTag tag, String value) {
        return entry(tag.number(), 6, 1, 1, strings(value));
    }

    public HeaderBuilder translated(RpmTag tag, String... values) {
        return entry(tag.number(), 9, values.length, 1, strings(values));
    }

    public HeaderBuilder texts(RpmTag tag, String... values) {
        return entry(tag.number(), 8, values.length, 1, strings(values));
    }

    public HeaderBuilder int8(RpmTag tag, int... values) {
        return numbers(tag, 2, 1, values);
    }

    public HeaderBuilder int16(RpmTag tag, int... values) {
        return numbers(tag, 3, 2, values);
    }

    public HeaderBuilder int32(RpmTag tag, int... values) {
        return numbers(tag, 4, 4, values);
    }

    public HeaderBuilder int64(RpmTag tag, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
        for (long value : values) {
            bytes.putLong(value);
        }
        return entry(tag.number(), 5, values.length, 8, bytes.array());
    }

    public HeaderBuilder binary(RpmTag tag, byte[] value) {
        return entry(tag.number(), 7, value.length, 1, value);
    }

    /** An entry of any kind, sound or not. */
    public HeaderBuilder entry(int tag, int type, int count, int alignment, byte[] value) {
        while (data.size() % alignment != 0) {
            data.write(0);
        }
        entries.add(new int[] {tag, type, data.size(), count});
        data.writeBytes(value);
        return this;
    }

    /** Ends the region; what follows is added at installation. */
    public HeaderBuilder endRegion() {
        regionEntries = entries.size();
        entries.get(0)[2] = data.size();
        ByteBuffer trailer = ByteBuffer.allocate(16);
        trailer.putInt(RpmTag.HEADERIMMUTABLE.number())
                .putInt(7)
                .putInt(-16 * regionEntries)
                .putInt(16);
        data.writeBytes(trailer.array());
        regionLength = data.size();
        return this;
    }

    /** Ends the region and adds its checksums. */
    public HeaderBuilder sealed() {
        endRegion();
        byte[] immutable = immutable();
        text(RpmTag.SHA1HEADER, Digest.compute(Digest.Algorithm.SHA1, immutable).hex());
        return text(
                RpmTag.SHA256HEADER,
                Digest.compute(Digest.Algorithm.SHA256, immutable).hex());
    }

    /** What is signed. */
    public byte[] immutable() {
        byte[] all = build();
        ByteBuffer out = ByteBuffer.allocate(16 + 16 * regionEntries + regionLength);
        out.put(new byte[] {(byte) 0x8e, (byte) 0xad, (byte) 0xe8, 1, 0, 0, 0, 0});
        out.putInt(regionEntries).putInt(regionLength);
        out.put(all, 8, 16 * regionEntries);
        out.put(all, 8 + 16 * entries.size(), regionLength);
        return out.array();
    }

    /** The header as databases keep it. */
    public byte[] build() {
        ByteBuffer out = ByteBuffer.allocate(8 + 16 * entries.size() + data.size());
        out.putInt(entries.size()).putInt(data.size());
        for (int[] entry : entries) {
            for (int field : entry) {
                out.putInt(field);
            }
        }
        return out.put(data.toByteArray()).array();
    }

    public RpmHeader header() {
        try {
            return RpmHeader.read(build());
        } catch (RpmFormatException e) {
            throw new AssertionError(e);
        }
    }

    public RpmPackage rpm() {
        return new RpmPackage(header());
    }

    private HeaderBuilder numbers(RpmTag tag, int type, int size, int... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int value : values) {
            for (int i = size - 1; i >= 0; i--) {
                bytes.write(value >>> 8 * i);
            }
        }
        return entry(tag.number(), type, values.length, size, bytes.toByteArray());
    }

    private static byte[] strings(String... values) {
        return (String.join("\0", values) + (values.length == 0 ? "" : "\0")).getBytes(StandardCharsets.UTF_8);
    }
}
