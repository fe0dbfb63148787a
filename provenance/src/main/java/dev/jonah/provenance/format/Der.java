package dev.jonah.provenance.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One value of the distinguished encoding rules (X.690): tag, definite length, content. Values know the bytes that they lie
 * in and copy none.
 */
final class Der {
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private final byte[] bytes;
    private final int start;
    private final int content;
    private final int end;

    private Der(byte[] bytes, int start, int content, int end) {
        this.bytes = bytes;
        this.start = start;
        this.content = content;
        this.end = end;
    }

    /**
     * The value that begins at {@code start} and ends not behind {@code limit}.
     *
     * @throws IOException if there is none, or its length is indefinite
     */
    static Der at(byte[] bytes, int start, int limit) throws IOException {
        if (limit - start < 2 || (bytes[start] & 0x1f) == 0x1f) {
            throw new IOException("no value of DER");
        }
        int first = bytes[start + 1] & 0xff;
        int content = start + 2;
        long length = first;
        if (first >= 0x80) {
            int count = first & 0x7f;
            if (count == 0 || count > 4 || count > limit - content) {
                throw new IOException("a length that DER does not have");
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | bytes[content++] & 0xff;
            }
        }
        if (length > limit - content) {
            throw new IOException("a value is longer than what it lies in");
        }
        return new Der(bytes, start, content, content + (int) length);
    }

    /** The value that begins with the first byte. Errors as for {@link #at}. */
    static Der first(byte[] bytes) throws IOException {
        return at(bytes, 0, bytes.length);
    }

    int tag() {
        return bytes[start] & 0xff;
    }

    /** Whether it ends where the bytes do. */
    boolean isLast() {
        return end == bytes.length;
    }

    /** The value that the content is. Errors as for {@link #at}. */
    Der inner() throws IOException {
        return at(bytes, content, end);
    }

    /** The values in the content. Errors as for {@link #at}. */
    List<Der> children() throws IOException {
        List<Der> children = new ArrayList<>();
        for (int next = content; next < end; ) {
            Der child = at(bytes, next, end);
            children.add(child);
            next = child.end;
        }
        return children;
    }

    /**
     * The child of this number, from 0.
     *
     * @throws IOException if there are fewer, and as for {@link #at}
     */
    Der child(int number) throws IOException {
        int next = content;
        for (int i = 0; ; i++) {
            Der child = at(bytes, next, end);
            if (i == number) {
                return child;
            }
            next = child.end;
        }
    }

    /** The content. */
    byte[] value() {
        return Arrays.copyOfRange(bytes, content, end);
    }

    /** Tag, length and content. */
    byte[] encoded() {
        return Arrays.copyOfRange(bytes, start, end);
    }
}
