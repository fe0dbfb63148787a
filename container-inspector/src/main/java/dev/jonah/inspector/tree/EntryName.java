package dev.jonah.inspector.tree;

import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;

/**
 * A name of a layer taken apart: no empty parts, no {@code .} and {@code ..}.
 *
 * @param parts from the root down; none for the root itself
 * @param climbs whether a {@code ..} would have left the root, which stays the root
 */
record EntryName(List<String> parts, boolean climbs) {
    static EntryName of(RawText name) {
        String text = name.latin1();
        List<String> parts = new ArrayList<>();
        boolean climbs = false;
        for (int start = 0; start <= text.length(); ) {
            int slash = text.indexOf('/', start);
            int end = slash < 0 ? text.length() : slash;
            String part = text.substring(start, end);
            if (part.equals("..")) {
                climbs |= parts.isEmpty();
                if (!parts.isEmpty()) {
                    parts.remove(parts.size() - 1);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
            start = end + 1;
        }
        return new EntryName(parts, climbs);
    }

    List<String> parent() {
        return parts.subList(0, parts.size() - 1);
    }

    String last() {
        return parts.get(parts.size() - 1);
    }
}
