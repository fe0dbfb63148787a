package dev.jonah.diagnostic;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every bound of a scan in one immutable object. There is no global setting: pass an instance where you open or scan.
 *
 * <pre>{@code
 * Limits limits = Limits.builder().set(Limits.Name.ENTRIES, 1_000_000).build();
 * }</pre>
 */
public final class Limits {
    /** The bounds, each with its default and unit. */
    public enum Name {
        /**
         * Entries over all layers of an image, and directories that no layer has an entry for; each takes some heap. Long
         * names, link targets and attributes count as further ones, one for each 256 bytes.
         */
        ENTRIES(-1L, "entries of all layers, and directories that only names imply (default: heap / 1024)"),
        /** Bytes of one path. Longer names are reported and left out. */
        PATH_LENGTH(65_536L, "bytes of one path"),
        /** Links followed for one look-up; Linux allows 40. */
        SYMLINK_HOPS(40L, "links followed for one path"),
        /** Bytes of a manifest, index or configuration of an image. */
        MANIFEST_BYTES(16L << 20, "bytes of an image manifest, index or configuration"),
        /** Levels of image indexes inside image indexes. */
        INDEX_DEPTH(8L, "levels of nested image indexes"),
        /** Bytes of extended headers of one tar entry. */
        TAR_HEADER_BYTES(1L << 20, "bytes of the extended headers of one tar entry"),
        /** Bytes of heap that decompressed layers may take together before a spool file is used. */
        SPOOL_MEMORY(-1L, "bytes of heap for decompressed layers (default: a quarter of the heap)"),
        /** Bytes that may be written to the spool directory; holes of sparse files count nothing. */
        SPOOL_BYTES(64L << 30, "bytes of decompressed layers on disk"),
        /** Bytes that one layer may grow to when it is decompressed. */
        LAYER_BYTES(256L << 30, "bytes of one decompressed layer"),
        /** Megabytes of memory that one decompressor may ask for. */
        DECOMPRESSOR_MEGABYTES(128L, "megabytes of memory for one decompressor"),
        /** Bytes that one parser reads of one file (a package database, a manifest). */
        PARSER_BYTES(256L << 20, "bytes of one file given to a parser"),
        /** Bytes of one line of a text format. */
        LINE_BYTES(4L << 20, "bytes of one line"),
        /** Packages that one plugin may report. */
        PACKAGES(2_000_000L, "packages of one plugin"),
        /** Packages that one plugin may report as declared, by lock files and the like. */
        DECLARED_PACKAGES(1_000_000L, "declared packages of one plugin"),
        /** Diagnostics kept of one code by one plugin; the rest is counted. */
        DIAGNOSTICS(100L, "diagnostics kept per code and plugin");

        private final long defaultValue;
        private final String meaning;

        Name(long defaultValue, String meaning) {
            this.defaultValue = defaultValue;
            this.meaning = meaning;
        }

        /** The name in options and messages: {@code path-length}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** What is counted, for help texts. */
        public String meaning() {
            return meaning;
        }

        /** The value where nobody sets one. */
        public long defaultValue() {
            return switch (this) {
                case SPOOL_MEMORY -> Runtime.getRuntime().maxMemory() / 4;
                case ENTRIES -> Runtime.getRuntime().maxMemory() / 1024;
                default -> defaultValue;
            };
        }

        /** The limit with this {@link #id()}, or null. */
        public static @Nullable Name byId(String id) {
            for (Name name : values()) {
                if (name.id().equals(id)) {
                    return name;
                }
            }
            return null;
        }
    }

    private static final Limits DEFAULTS = builder().build();

    private final Map<Name, Long> values;

    private Limits(Map<Name, Long> values) {
        this.values = values;
    }

    /** All defaults. */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /** A builder that starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** The value of a bound. */
    public long get(Name name) {
        Long value = values.get(name);
        return value != null ? value : name.defaultValue();
    }

    /** The value as an array or buffer size: at most {@code Integer.MAX_VALUE - 16}. */
    public int getInt(Name name) {
        return (int) Math.min(get(name), Integer.MAX_VALUE - 16);
    }

    /**
     * @param what short phrase for the message: "a line of /etc/passwd"
     * @throws LimitExceededException if {@code met} is above the bound
     */
    public void check(Name name, long met, String what) throws LimitExceededException {
        if (met > get(name)) {
            throw new LimitExceededException(name, get(name), what);
        }
    }

    /** The bounds that differ from the defaults. */
    public Map<Name, Long> overrides() {
        return values;
    }

    /** Collects values for {@link Limits}; not safe for several threads. */
    public static final class Builder {
        private final Map<Name, Long> values = new EnumMap<>(Name.class);

        private Builder() {}

        /**
         * @throws IllegalArgumentException if {@code value} is negative
         */
        public Builder set(Name name, long value) {
            if (value < 0) {
                throw new IllegalArgumentException(name.id() + " must not be negative: " + value);
            }
            values.put(name, value);
            return this;
        }

        /** The limits as set so far. */
        public Limits build() {
            return new Limits(Collections.unmodifiableMap(new EnumMap<>(values)));
        }
    }
}
