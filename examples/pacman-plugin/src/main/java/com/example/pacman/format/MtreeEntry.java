package com.example.pacman.format;

import dev.jonah.value.RawText;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an mtree, with the values that {@code /set} gave it. See mtree(5).
 *
 * @param name as written, escapes resolved: {@code ./usr/bin/bash}
 * @param keywords value of each keyword, escapes resolved: {@code mode}, {@code type}, {@code sha256digest}, …
 */
public record MtreeEntry(RawText name, Map<String, RawText> keywords) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern MODE = Pattern.compile("[0-7]{1,7}");
    private static final Pattern TIME = Pattern.compile("(-?[0-9]{1,18})(?:\\.[0-9]*)?");

    /** Copies the map. */
    public MtreeEntry {
        keywords = Collections.unmodifiableMap(new TreeMap<>(keywords));
    }

    /** The value of a keyword, or null. */
    public @Nullable String text(String keyword) {
        RawText value = keywords.get(keyword);
        return value == null ? null : value.toString();
    }

    /** {@code uid}, {@code gid} or {@code size}; null if it is not there or no number from 0 on. */
    public @Nullable Long number(String keyword) {
        String text = text(keyword);
        return text != null && NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    /** Permission bits; null if they are not there or not octal. */
    public @Nullable Integer mode() {
        String text = text("mode");
        return text != null && MODE.matcher(text).matches() ? Integer.valueOf(text, 8) : null;
    }

    /** Whole seconds since 1970 of {@code time=1700000000.0}, or null. */
    public @Nullable Long seconds() {
        String text = text("time");
        Matcher time = TIME.matcher(text == null ? "" : text);
        return time.matches() ? Long.valueOf(time.group(1)) : null;
    }

    /** Whether it describes the package's own metadata, which is not installed under this name: {@code ./.PKGINFO}. */
    public boolean isMetadata() {
        return name.latin1().startsWith("./.") || name.latin1().startsWith(".") && !name.latin1().startsWith("./");
    }
}
