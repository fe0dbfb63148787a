package dev.jonah.appdb.java.signature;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One value of ASN.1 in BER (X.690), of which DER is a part: definite and indefinite lengths, tags below 31. */
final class DerValue {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OBJECT = 0x06;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    /** Of the first optional part of a sequence, constructed. */
    static final int CONTEXT_0 = 0xa0;

    private static final int DEEPEST = 32;
    private static final int MOST_PARTS = 10_000;

    private final byte[] bytes;
    private final int start;
    private final int content;
    private final int length;

    private DerValue(byte[] bytes, int start, int content, int length) {
        this.bytes = bytes;
        this.start = start;
        this.content = content;
        this.length = length;
    }

    /** The value that these bytes begin with. */
    static DerValue read(byte[] bytes) throws DamagedSignatureException {
        return at(bytes, 0, bytes.length, 0);
    }

    private static DerValue at(byte[] bytes, int start, int limit, int depth) throws DamagedSignatureException {
        if (limit - start < 2 || depth > DEEPEST || (bytes[start] & 0x1f) == 0x1f) {
            throw new DamagedSignatureException("no value of ASN.1 at " + start);
        }
        int first = bytes[start + 1] & 0xff;
        int content = start + 2;
        long length = first;
        if (first == 0x80) {
            return new DerValue(bytes, start, content, openLength(bytes, content, limit, depth) - content);
        }
        if (first > 0x80) {
            int count = first & 0x7f;
            length = 0;
            for (int i = 0; i < count && i < 5; i++, content++) {
                length = content < limit ? length << 8 | bytes[content] & 0xff : Long.MAX_VALUE >>> 8;
            }
        }
        if (length > limit - content || first > 0x84) {
            throw new DamagedSignatureException("the value at " + start + " ends behind its surroundings");
        }
        return new DerValue(bytes, start, content, (int) length);
    }

    /** Where the two zero bytes stand that end a value of indefinite length. */
    private static int openLength(byte[] bytes, int content, int limit, int depth) throws DamagedSignatureException {
        int at = content;
        while (at + 1 < limit && (bytes[at] != 0 || bytes[at + 1] != 0)) {
            at = at(bytes, at, limit, depth + 1).next();
        }
        if (at + 1 >= limit) {
            throw new DamagedSignatureException("the value at " + content + " has no end");
        }
        return at;
    }

    private int next() {
        boolean open = (bytes[start + 1] & 0xff) == 0x80;
        return content + length + (open ? 2 : 0);
    }

    int tag() {
        return bytes[start] & 0xff;
    }

    /** What it consists of. */
    List<DerValue> parts() throws DamagedSignatureException {
        if ((tag() & 0x20) == 0) {
            throw new DamagedSignatureException("the value at " + start + " has no parts");
        }
        List<DerValue> parts = new ArrayList<>();
        for (int at = content; at < content + length; ) {
            DerValue part = at(bytes, at, content + length, 0);
            parts.add(part);
            at = part.next();
            if (parts.size() > MOST_PARTS) {
                throw new DamagedSignatureException("the value at " + start + " has too many parts");
            }
        }
        return parts;
    }

    /** The parts of a value that must have this tag and at least so many parts. */
    List<DerValue> parts(int tag, int least) throws DamagedSignatureException {
        List<DerValue> parts = tag() == tag ? parts() : List.of();
        if (tag() != tag || parts.size() < least) {
            throw new DamagedSignatureException("the value at " + start + " is not what it should be");
        }
        return parts;
    }

    /** The whole value, with tag and length. */
    byte[] encoded() {
        return Arrays.copyOfRange(bytes, start, next());
    }

    /** The whole value as one of another tag, such as an implicitly tagged one without its tag. */
    byte[] encodedAs(int tag) {
        byte[] encoded = encoded();
        encoded[0] = (byte) tag;
        return encoded;
    }

    /** The bytes within; those of pieces are joined. */
    byte[] octets() throws DamagedSignatureException {
        if ((tag() & 0x20) == 0) {
            return Arrays.copyOfRange(bytes, content, content + length);
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (DerValue part : parts()) {
            joined.writeBytes((part.tag() & 0x20) == 0 ? part.octets() : new byte[0]);
        }
        return joined.toByteArray();
    }

    /** Of an INTEGER. */
    BigInteger integer() throws DamagedSignatureException {
        if (tag() != INTEGER || length == 0) {
            throw new DamagedSignatureException("no number at " + start);
        }
        return new BigInteger(bytes, content, length);
    }

    /** Of a string of one byte per character. */
    String text() {
        return new String(bytes, content, length, StandardCharsets.ISO_8859_1);
    }

    /** Of an OBJECT IDENTIFIER: {@code 1.2.840.113549}. */
    String object() throws DamagedSignatureException {
        if (tag() != OBJECT || length == 0 || length > 64) {
            throw new DamagedSignatureException("no object identifier at " + start);
        }
        StringBuilder text = new StringBuilder();
        long number = 0;
        for (int i = content; i < content + length; i++) {
            number = number << 7 | bytes[i] & 0x7f;
            if ((bytes[i] & 0x80) == 0) {
                if (text.length() == 0) {
                    long top = Math.min(number / 40, 2);
                    text.append(top).append('.').append(number - 40 * top);
                } else {
                    text.append('.').append(number);
                }
                number = 0;
            }
        }
        return text.toString();
    }
}
