package dev.jonah.sysdb.rpm.format;

import org.jspecify.annotations.Nullable;

/** What the data of an entry of a header is. Numbers are big-endian, strings end with a NUL byte. */
public enum RpmType {
    /** Nothing. */
    NULL(0),
    /** Bytes, one for each value. */
    CHAR(1),
    /** Numbers of 8 bits. */
    INT8(1),
    /** Numbers of 16 bits. */
    INT16(2),
    /** Numbers of 32 bits. */
    INT32(4),
    /** Numbers of 64 bits. */
    INT64(8),
    /** One string. */
    STRING(0),
    /** Any bytes; the count is their number. */
    BIN(1),
    /** As many strings as the count says. */
    STRING_ARRAY(0),
    /** One string for each locale of the header's list; the first is that of C. */
    I18N_STRING(0);

    private final int size;

    RpmType(int size) {
        this.size = size;
    }

    /** Bytes of one value; 0 where that depends on the value. */
    public int size() {
        return size;
    }

    /** Whether values are strings. */
    public boolean isText() {
        return this == STRING || this == STRING_ARRAY || this == I18N_STRING;
    }

    /** Whether values are numbers. */
    public boolean isNumber() {
        return this == CHAR || this == INT8 || this == INT16 || this == INT32 || this == INT64;
    }

    /** The type with this number in a header, or null. */
    static @Nullable RpmType of(int number) {
        return number >= 0 && number < values().length ? values()[number] : null;
    }
}
