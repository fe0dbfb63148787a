package dev.jonah.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes a header of rpm without a region, as version 3 had it. Not safe for several threads. */
final class HeaderWriter {
    private static final int INT32 = 4;
    private static final int STRING = 6;
    private static final int STRING_ARRAY = 8;

    private final ByteArrayOutputStream index = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int count;

    HeaderWriter text(int tag, String value) {
        entry(tag, STRING, 1);
        return string(value);
    }

    HeaderWriter texts(int tag, String... values) {
        entry(tag, STRING_ARRAY, values.length);
        for (String value : values) {
            string(value);
        }
        return this;
    }

    HeaderWriter numbers(int tag, int... values) {
        while (data.size() % 4 != 0) {
            data.write(0);
        }
        entry(tag, INT32, values.length);
        for (int value : values) {
            data.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
        }
        return this;
    }

    byte[] bytes() {
        return ByteBuffer.allocate(8 + index.size() + data.size())
                .putInt(count)
                .putInt(data.size())
                .put(index.toByteArray())
                .put(data.toByteArray())
                .array();
    }

    private void entry(int tag, int type, int values) {
        count++;
        index.writeBytes(ByteBuffer.allocate(16)
                .putInt(tag)
                .putInt(type)
                .putInt(data.size())
                .putInt(values)
                .array());
    }

    private HeaderWriter string(String value) {
        data.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
        data.write(0);
        return this;
    }
}
