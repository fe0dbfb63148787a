package dev.jonah.packages;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A package URL in canonical form (ECMA-427). This is the one place that makes such strings: packageurl-java 1.5.0 escapes
 * colons, lowers the case of Go module paths and misses the case rules of several types. Two are equal if their canonical strings are.
 *
 * <p>Immutable and safe for any thread.
 */
public final class Purl implements Comparable<Purl> {
    private final String type;
    private final @Nullable String namespace;
    private final String name;
    private final @Nullable String version;
    private final Map<String, String> qualifiers;
    private final @Nullable String subpath;
    private final String canonical;

    private Purl(Builder builder) {
        type = PurlRules.type(builder.type);
        namespace = PurlRules.namespace(type, builder.namespace);
        name = PurlRules.name(type, builder.name);
        version = PurlRules.version(type, builder.version);
        qualifiers = Collections.unmodifiableMap(new TreeMap<>(builder.qualifiers));
        subpath = PurlRules.subpath(builder.subpath);
        canonical = canonicalise();
    }

    /** A package URL of this type and name; both are decoded. */
    public static Builder of(String type, String name) {
        return new Builder(type, name);
    }

    /**
     * Reads a package URL and makes it canonical. An npm scope may be unencoded ({@code pkg:npm/@angular/core}).
     *
     * @throws IllegalArgumentException if it is malformed or its type does not allow it; the message says why
     */
    public static Purl parse(String text) {
        return PurlParser.parse(text).build();
    }

    /** {@code deb}, {@code pypi}, …; lower case. */
    public String type() {
        return type;
    }

    /** Decoded, segments joined by {@code /}; or null. */
    public @Nullable String namespace() {
        return namespace;
    }

    /** Decoded. */
    public String name() {
        return name;
    }

    /** Decoded, or null. */
    public @Nullable String version() {
        return version;
    }

    /** Decoded values by key. */
    public Map<String, String> qualifiers() {
        return qualifiers;
    }

    /** Decoded, or null. */
    public @Nullable String subpath() {
        return subpath;
    }

    /** The same as a value of packageurl-java; its own string form may differ from {@link #toString()}. */
    public PackageURL toPackageUrl() {
        try {
            return new PackageURL(
                    type, namespace, name, version, qualifiers.isEmpty() ? null : new TreeMap<>(qualifiers), subpath);
        } catch (MalformedPackageURLException e) {
            throw new IllegalStateException("packageurl-java refuses " + canonical, e);
        }
    }

    /** The canonical string. */
    @Override
    public String toString() {
        return canonical;
    }

    @Override
    public int compareTo(Purl other) {
        return canonical.compareTo(other.canonical);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Purl purl && purl.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    private String canonicalise() {
        StringBuilder out = new StringBuilder("pkg:").append(type).append('/');
        if (namespace != null) {
            for (String segment : namespace.split("/")) {
                encode(segment, out);
                out.append('/');
            }
        }
        encode(name, out);
        if (version != null) {
            encode(version, out.append('@'));
        }
        char separator = '?';
        for (Map.Entry<String, String> qualifier : qualifiers.entrySet()) {
            encode(
                    qualifier.getValue(),
                    out.append(separator).append(qualifier.getKey()).append('='));
            separator = '&';
        }
        if (subpath != null) {
            char before = '#';
            for (String segment : subpath.split("/")) {
                encode(segment, out.append(before));
                before = '/';
            }
        }
        return out.toString();
    }

    private static void encode(String text, StringBuilder out) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ".-_~:".indexOf(c) >= 0;
            if (plain) {
                out.append(c);
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
    }

    /** Collects decoded components; not safe for several threads. */
    public static final class Builder {
        private final String type;
        private final String name;
        private final Map<String, String> qualifiers = new TreeMap<>();
        private @Nullable String namespace;
        private @Nullable String version;
        private @Nullable String subpath;

        private Builder(String type, String name) {
            this.type = type;
            this.name = name;
        }

        /** Segments joined by {@code /}; null or empty for none. */
        public Builder namespace(@Nullable String value) {
            namespace = value;
            return this;
        }

        /** Null or empty for none. */
        public Builder version(@Nullable String value) {
            version = value;
            return this;
        }

        /**
         * Null or empty for none.
         *
         * @throws IllegalArgumentException if the key is not made of lower-case letters, digits, {@code . - _}
         */
        public Builder qualifier(String key, @Nullable String value) {
            if (!key.matches("[a-z][a-z0-9._-]*")) {
                throw new IllegalArgumentException("not a qualifier of a package URL: '" + key + "'");
            }
            if (value == null || value.isEmpty()) {
                qualifiers.remove(key);
            } else {
                qualifiers.put(key, value);
            }
            return this;
        }

        /** Segments joined by {@code /}; null or empty for none. */
        public Builder subpath(@Nullable String value) {
            subpath = value;
            return this;
        }

        /**
         * The package URL.
         *
         * @throws IllegalArgumentException if a component is not allowed for its type
         */
        public Purl build() {
            return new Purl(this);
        }
    }
}
