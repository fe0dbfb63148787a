package dev.jonah.inspector.tree;

import dev.jonah.value.RawText;
import java.util.Deque;

/** The target of a symbolic link on the way to somewhere else. */
final class LinkTarget {
    // PATH_MAX of Linux without its NUL: no link there has a longer target, and following one could take for ever.
    private static final int LONGEST = 4095;

    private LinkTarget() {}

    /** Puts the parts of a target in front of what is left of a path; false if it cannot be followed. */
    static boolean pushParts(RawText target, Deque<String> rest) {
        if (target.isEmpty() || target.length() > LONGEST) {
            return false;
        }
        String[] parts = target.latin1().split("/");
        for (int i = parts.length - 1; i >= 0; i--) {
            if (!parts[i].isEmpty() && !parts[i].equals(".")) {
                rest.push(parts[i]);
            }
        }
        return true;
    }

    static boolean isAbsolute(RawText target) {
        return target.latin1().startsWith("/");
    }
}
