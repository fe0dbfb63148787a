package dev.jonah.sysdb.rpm.format;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the index of a header within bounds. */
final class RpmHeaderReader {
    private static final int MAGIC = 0x8eade801;
    private static final int ENTRY = 16;
    private static final int BIN = 7;
    // The bounds of rpm itself.
    private static final int MOST_ENTRIES = 0xffff;
    private static final int MOST_DATA = 0x0fff_ffff;
    private static final int MOST_VALUES = 0x000f_ffff;
    private static final int MOST_PROBLEMS = 20;

    private final byte[] bytes;
    private final List<String> problems = new ArrayList<>();
    private final List<RpmEntry> entries = new ArrayList<>();
    private ByteBuffer index = ByteBuffer.allocate(0);
    private int data;
    private int dataLength;
    // Entries of a real header share no data; without this, 65,535 entries over one block would be read for hours.
    private long budget;

    RpmHeaderReader(byte[] bytes) {
        this.bytes = bytes;
    }

    RpmHeader read() throws RpmFormatException {
        int start = bytes.length >= 8 && ByteBuffer.wrap(bytes).getInt() == MAGIC ? 8 : 0;
        if (bytes.length < start + 8) {
            throw new RpmFormatException("a header of " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long count = in.getInt(start) & 0xffff_ffffL;
        long length = in.getInt(start + 4) & 0xffff_ffffL;
        long needed = start + 8 + ENTRY * count + length;
        if (count == 0 || count > MOST_ENTRIES || length > MOST_DATA || needed > bytes.length) {
            throw new RpmFormatException(
                    "a header of " + count + " entries and " + length + " bytes of data in " + bytes.length + " bytes");
        }
        if (needed < bytes.length) {
            problem((bytes.length - needed) + " bytes follow the header");
        }
        index = in.slice(start + 8, (int) (ENTRY * count));
        data = (int) (start + 8 + ENTRY * count);
        dataLength = (int) length;
        budget = 2L * dataLength + 1024;
        RpmRegion region = region((int) count);
        int regionEntries = 0;
        for (int i = 0; i < count; i++) {
            entry(i);
            if (region != null && i < region.entries()) {
                regionEntries = entries.size();
            }
        }
        return new RpmHeader(bytes, start + 8, data, region, entries, regionEntries, problems);
    }

    private void entry(int i) {
        int tag = index.getInt(ENTRY * i);
        int number = index.getInt(ENTRY * i + 4);
        int offset = index.getInt(ENTRY * i + 8);
        int count = index.getInt(ENTRY * i + 12);
        RpmType type = RpmType.of(number);
        if (budget <= 0) {
            problem(RpmTag.describe(tag) + " shares its data with other entries, and was left out");
        } else if (type == null) {
            problem(RpmTag.describe(tag) + " has the unknown type " + number);
        } else if (offset < 0 || offset > dataLength || count < 0) {
            problem(RpmTag.describe(tag) + " lies at " + offset + " of " + dataLength + " bytes");
        } else if (count > MOST_VALUES && type != RpmType.BIN) {
            problem(RpmTag.describe(tag) + " has " + count + " values, more than rpm allows");
        } else if (type.isText()) {
            text(tag, type, offset, type == RpmType.STRING ? 1 : count);
        } else if ((long) type.size() * count > dataLength - offset) {
            problem(RpmTag.describe(tag) + " has " + count + " values that lead out of the header");
        } else {
            budget -= (long) type.size() * count;
            entries.add(new RpmEntry(tag, type, offset, type == RpmType.NULL ? 0 : count, type.size() * count));
        }
    }

    private void text(int tag, RpmType type, int offset, int count) {
        int found = 0;
        int next = offset;
        while (found < count && next < dataLength && budget > 0) {
            int end = next;
            while (end < dataLength && bytes[data + end] != 0) {
                end++;
            }
            found++;
            budget -= end + 1 - next;
            next = Math.min(end + 1, dataLength);
            if (end == dataLength) {
                problem(RpmTag.describe(tag) + " has a string without an end");
            }
        }
        if (found < count) {
            problem(RpmTag.describe(tag) + " has " + found + " strings of " + count);
        }
        entries.add(new RpmEntry(tag, type, offset, found, next - offset));
    }

    /** The region that the first entry opens, if its trailer is sound. */
    private @Nullable RpmRegion region(int count) {
        int tag = index.getInt(0);
        boolean known = tag == RpmTag.HEADERIMMUTABLE.number()
                || tag == RpmTag.HEADERSIGNATURES.number()
                || tag == RpmTag.HEADERIMAGE.number();
        if (!known) {
            return null;
        }
        int offset = index.getInt(8);
        boolean shaped = index.getInt(4) == BIN && index.getInt(12) == ENTRY;
        if (!shaped || offset < 0 || offset > dataLength - ENTRY) {
            problem("the region has no trailer");
            return null;
        }
        ByteBuffer trailer = ByteBuffer.wrap(bytes, data + offset, ENTRY).slice();
        int back = trailer.getInt(8);
        long size = -(long) back;
        boolean sound = trailer.getInt(4) == BIN && trailer.getInt(12) == ENTRY;
        if (!sound || size <= 0 || size % ENTRY != 0 || size / ENTRY > count) {
            problem("the trailer of the region is malformed");
            return null;
        }
        return new RpmRegion(tag, (int) (size / ENTRY), offset + ENTRY);
    }

    private void problem(String text) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(text);
        } else if (problems.size() == MOST_PROBLEMS) {
            problems.add("and more of the kind");
        }
    }
}
