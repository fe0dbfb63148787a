package dev.jonah.appdb.ruby.format;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version as RubyGems orders them: by segments, of which texts stand before numbers and mark a version before the release;
 * zeros at the end say nothing, and a hyphen stands for {@code .pre.}. Immutable.
 */
public final class GemVersion implements Comparable<GemVersion> {
    private static final int LONGEST = 256;

    /** {@link BigInteger} or {@link String}, without zeros that say nothing. */
    private final List<Object> segments;

    private GemVersion(List<Object> segments) {
        this.segments = segments;
    }

    /** The version with this text, or null if it cannot be one. */
    public static @Nullable GemVersion parse(String text) {
        String version = text.strip().replace("-", ".pre.");
        if (version.length() > LONGEST || version.isEmpty() || !isDigit(version.charAt(0)) || version.endsWith(".")) {
            return null;
        }
        List<Object> segments = new ArrayList<>();
        for (int i = 0; i < version.length(); ) {
            char c = version.charAt(i);
            int end = i + 1;
            if (isPart(c)) {
                while (end < version.length()
                        && isPart(version.charAt(end))
                        && isDigit(version.charAt(end)) == isDigit(c)) {
                    end++;
                }
                String part = version.substring(i, end);
                segments.add(isDigit(c) ? new BigInteger(part) : part);
            } else if (c != '.' || !isPart(version.charAt(end))) {
                return null;
            }
            i = end;
        }
        return new GemVersion(segments);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPart(char c) {
        return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Whether it comes before a release. */
    public boolean isPrerelease() {
        return segments.stream().anyMatch(String.class::isInstance);
    }

    /** The release that it comes before, or itself. */
    GemVersion release() {
        int text = firstText();
        return text == segments.size() ? this : new GemVersion(segments.subList(0, text));
    }

    /** The first version that {@code ~>} this one excludes: 3 for 2.2, 2.3 for 2.2.1. */
    GemVersion bump() {
        List<Object> next = new ArrayList<>(segments.subList(0, firstText()));
        if (next.size() > 1) {
            next.remove(next.size() - 1);
        }
        int last = next.size() - 1;
        next.set(last, ((BigInteger) next.get(last)).add(BigInteger.ONE));
        return new GemVersion(next);
    }

    private int firstText() {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i) instanceof String) {
                return i;
            }
        }
        return segments.size();
    }

    @Override
    public int compareTo(GemVersion other) {
        List<Object> left = canonical();
        List<Object> right = other.canonical();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int order = compare(
                    i < left.size() ? left.get(i) : BigInteger.ZERO, i < right.size() ? right.get(i) : BigInteger.ZERO);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Object left, Object right) {
        if (left instanceof BigInteger a && right instanceof BigInteger b) {
            return a.compareTo(b);
        }
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        return left instanceof String ? -1 : 1;
    }

    /** Without zeros before the first text and at the end. */
    private List<Object> canonical() {
        int text = firstText();
        List<Object> canonical = new ArrayList<>(withoutZeros(segments.subList(0, text)));
        canonical.addAll(withoutZeros(segments.subList(text, segments.size())));
        return canonical;
    }

    private static List<Object> withoutZeros(List<Object> part) {
        int end = part.size();
        while (end > 0 && part.get(end - 1).equals(BigInteger.ZERO)) {
            end--;
        }
        return part.subList(0, end);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GemVersion version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    /** Segments joined by dots. */
    @Override
    public String toString() {
        return String.join(".", segments.stream().map(String::valueOf).toList());
    }
}
