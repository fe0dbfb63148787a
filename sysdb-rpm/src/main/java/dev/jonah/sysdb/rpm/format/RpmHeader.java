package dev.jonah.sysdb.rpm.format;

import dev.jonah.value.RawText;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header of one package: an index of entries over one block of data. Values are decoded when they are asked for.
 * Where a tag occurs twice, the later entry counts, as in rpm: it was added at installation. Immutable and safe for any
 * thread.
 */
public final class RpmHeader {
    private static final byte[] MAGIC = {(byte) 0x8e, (byte) 0xad, (byte) 0xe8, 1, 0, 0, 0, 0};

    private final byte[] bytes;
    private final int index;
    private final int data;
    private final @Nullable RpmRegion region;
    private final List<RpmEntry> entries;
    private final int regionEntries;
    private final List<String> problems;
    private final Map<Integer, RpmEntry> byTag = new HashMap<>();

    /** Only for the reader, which has checked that the entries lie inside {@code bytes}. */
    RpmHeader(
            byte[] bytes,
            int index,
            int data,
            @Nullable RpmRegion region,
            List<RpmEntry> entries,
            int regionEntries,
            List<String> problems) {
        this.bytes = bytes;
        this.index = index;
        this.data = data;
        this.region = region;
        this.entries = List.copyOf(entries);
        this.regionEntries = regionEntries;
        this.problems = List.copyOf(problems);
        entries.forEach(entry -> byTag.put(entry.tag(), entry));
    }

    /**
     * Reads a header as databases keep it (it begins with two counts) or as package files have it (with a magic of eight
     * bytes before them). Entries that lead out of the header are left out and named in {@link #problems()}.
     *
     * @throws RpmFormatException if the counts do not fit the bytes, so that nothing can be read
     */
    public static RpmHeader read(byte[] bytes) throws RpmFormatException {
        return new RpmHeaderReader(bytes).read();
    }

    /** All entries in the order of the index. */
    public List<RpmEntry> entries() {
        return entries;
    }

    /** What is wrong with it, a phrase each; mostly empty. */
    public List<String> problems() {
        return problems;
    }

    /** The unchangeable part, or null: packages of rpm 3 have none. */
    public @Nullable RpmRegion region() {
        return region;
    }

    /** The entry that counts for this tag, or null. */
    public @Nullable RpmEntry entry(int tag) {
        return byTag.get(tag);
    }

    /** Whether there is such an entry, be it empty. */
    public boolean has(RpmTag tag) {
        return byTag.containsKey(tag.number());
    }

    /** The strings of an entry; empty if there is none or it holds none. */
    public List<RawText> texts(RpmTag tag) {
        RpmEntry entry = entry(tag.number());
        return entry == null ? List.of() : texts(entry);
    }

    /** The first string of an entry, that of the locale C where there are several; null if there is none. */
    public @Nullable RawText text(RpmTag tag) {
        RpmEntry entry = entry(tag.number());
        if (entry == null || !entry.type().isText() || entry.length() == 0) {
            return null;
        }
        int start = data + entry.offset();
        return RawText.of(bytes, start, endOfText(start, start + entry.length()) - start);
    }

    /** The strings of an entry of this header; empty if it holds none. */
    public List<RawText> texts(RpmEntry entry) {
        if (!entry.type().isText()) {
            return List.of();
        }
        List<RawText> texts = new ArrayList<>();
        int stop = data + entry.offset() + entry.length();
        for (int start = data + entry.offset(); start < stop; ) {
            int end = endOfText(start, stop);
            texts.add(RawText.of(bytes, start, end - start));
            start = end + 1;
        }
        return texts;
    }

    /** The numbers of an entry, those of less than 64 bits taken as unsigned; empty if there is none or it holds none. */
    public long[] numbers(RpmTag tag) {
        RpmEntry entry = entry(tag.number());
        return entry == null ? new long[0] : numbers(entry);
    }

    /** The first number of an entry, or null. */
    public @Nullable Long number(RpmTag tag) {
        long[] numbers = numbers(tag);
        return numbers.length == 0 ? null : numbers[0];
    }

    /** The numbers of an entry of this header; empty if it holds none. */
    public long[] numbers(RpmEntry entry) {
        if (!entry.type().isNumber()) {
            return new long[0];
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, data + entry.offset(), entry.length());
        long[] numbers = new long[entry.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = switch (entry.type()) {
                case INT16 -> in.getShort() & 0xffffL;
                case INT32 -> in.getInt() & 0xffff_ffffL;
                case INT64 -> in.getLong();
                default -> in.get() & 0xffL;
            };
        }
        return numbers;
    }

    /** The bytes of an entry whatever its type, or null if there is none. */
    public byte @Nullable [] bytes(RpmTag tag) {
        RpmEntry entry = entry(tag.number());
        return entry == null ? null : bytes(entry);
    }

    /** The bytes of an entry of this header. */
    public byte[] bytes(RpmEntry entry) {
        int start = data + entry.offset();
        return Arrays.copyOfRange(bytes, start, start + entry.length());
    }

    /**
     * What checksums and signatures of the header are about: the region as package files have it. Null without a region.
     */
    public byte @Nullable [] immutable() {
        if (region == null) {
            return null;
        }
        return ByteBuffer.allocate(MAGIC.length + 8 + 16 * region.entries() + region.length())
                .put(MAGIC)
                .putInt(region.entries())
                .putInt(region.length())
                .put(bytes, index, 16 * region.entries())
                .put(bytes, data, region.length())
                .array();
    }

    /**
     * Entries after the region that say something else than the region does under the same tag. No checksum and no
     * signature covers them; rpm makes such only for paths of relocated packages.
     */
    public List<RpmEntry> overrides() {
        if (region == null || regionEntries == entries.size()) {
            return List.of();
        }
        Map<Integer, RpmEntry> signed = new HashMap<>();
        entries.subList(0, regionEntries).forEach(entry -> signed.put(entry.tag(), entry));
        List<RpmEntry> overrides = new ArrayList<>();
        for (RpmEntry entry : entries.subList(regionEntries, entries.size())) {
            RpmEntry other = signed.get(entry.tag());
            if (other != null && (other.type() != entry.type() || !Arrays.equals(bytes(entry), bytes(other)))) {
                overrides.add(entry);
            }
        }
        return overrides;
    }

    private int endOfText(int start, int stop) {
        int end = start;
        while (end < stop && bytes[end] != 0) {
            end++;
        }
        return end;
    }

    /** Name, version and release, for people. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (RpmTag tag : new RpmTag[] {RpmTag.NAME, RpmTag.VERSION, RpmTag.RELEASE}) {
            RawText text = text(tag);
            out.append(out.isEmpty() ? "" : "-").append(text == null ? "?" : text);
        }
        return out.toString();
    }
}
