package dev.jonah.sysdb.debian.format;

import dev.jonah.value.RawText;

/** Paths as dpkg writes and reads them. */
final class Paths {
    private Paths() {}

    static RawText withoutTrailingSlash(RawText path) {
        String text = path.latin1();
        int end = text.length();
        while (end > 1 && text.charAt(end - 1) == '/') {
            end--;
        }
        return end == text.length() ? path : RawText.ofLatin1(text.substring(0, end));
    }
}
