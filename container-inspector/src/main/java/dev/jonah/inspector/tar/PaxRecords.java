package dev.jonah.inspector.tar;

import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records of a PAX extended header: {@code LENGTH KEY=VALUE\n}, values as bytes (POSIX.1-2017, pax, "pax Extended
 * Header"). Later records of one key win, except those of sparse maps, which are a list.
 */
final class PaxRecords {
    private final Map<String, RawText> values;
    private final List<String> sparse;
    private final boolean damaged;

    private PaxRecords(Map<String, RawText> values, List<String> sparse, boolean damaged) {
        this.values = values;
        this.sparse = sparse;
        this.damaged = damaged;
    }

    static PaxRecords none() {
        return new PaxRecords(Map.of(), List.of(), false);
    }

    static PaxRecords parse(byte[] bytes) {
        Map<String, RawText> values = new LinkedHashMap<>();
        List<String> sparse = new ArrayList<>();
        int at = 0;
        while (at < bytes.length && bytes[at] != 0) {
            int blank = at;
            long length = 0;
            while (blank < bytes.length && bytes[blank] >= '0' && bytes[blank] <= '9' && length < bytes.length) {
                length = length * 10 + bytes[blank++] - '0';
            }
            long end = at + length;
            if (blank >= bytes.length || bytes[blank] != ' ' || end <= blank + 1 || end > bytes.length) {
                return new PaxRecords(values, sparse, true);
            }
            int equals = blank + 1;
            while (equals < end && bytes[equals] != '=') {
                equals++;
            }
            if (equals == end || bytes[(int) end - 1] != '\n') {
                return new PaxRecords(values, sparse, true);
            }
            String key = RawText.of(bytes, blank + 1, equals - blank - 1).toString();
            RawText value = RawText.of(bytes, equals + 1, (int) end - 1 - equals - 1);
            if (key.equals("GNU.sparse.offset") || key.equals("GNU.sparse.numbytes")) {
                sparse.add(value.latin1());
            } else {
                values.put(key, value);
            }
            at = (int) end;
        }
        return new PaxRecords(values, sparse, false);
    }

    /** These records, with those of {@code local} before them. */
    PaxRecords with(PaxRecords local) {
        if (values.isEmpty()) {
            return local;
        }
        Map<String, RawText> all = new LinkedHashMap<>(values);
        all.putAll(local.values);
        return new PaxRecords(all, local.sparse, local.damaged);
    }

    /** These records but those of some keys and of sparse files; the same object if there are none of them. */
    PaxRecords without(Set<String> keys) {
        Map<String, RawText> rest = new LinkedHashMap<>(values);
        rest.keySet().removeIf(key -> keys.contains(key) || key.startsWith("GNU.sparse."));
        return rest.size() == values.size() && sparse.isEmpty() ? this : new PaxRecords(rest, List.of(), damaged);
    }

    /** Bytes of all keys and values. */
    long length() {
        return values.entrySet().stream()
                .mapToLong(
                        record -> record.getKey().length() + record.getValue().length())
                .sum();
    }

    boolean damaged() {
        return damaged;
    }

    boolean isEmpty() {
        return values.isEmpty() && sparse.isEmpty();
    }

    /** The value of a key; null if there is none or it is empty, which takes a global value back. */
    @Nullable
    RawText get(String key) {
        RawText value = values.get(key);
        return value == null || value.isEmpty() ? null : value;
    }

    Map<String, RawText> values() {
        return values;
    }

    /** Offsets and lengths in turn, of the sparse format 0.0. */
    List<String> sparse() {
        return sparse;
    }

    /** A decimal number, its fraction cut off towards the past; null if there is none or it is no number. */
    @Nullable
    Long number(String key) {
        RawText value = get(key);
        if (value == null) {
            return null;
        }
        String text = value.latin1();
        int point = text.indexOf('.');
        try {
            long whole = Long.parseLong(point < 0 ? text : text.substring(0, point));
            boolean past = text.startsWith("-")
                    && point >= 0
                    && !text.substring(point + 1).matches("0*");
            return past ? whole - 1 : whole;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
