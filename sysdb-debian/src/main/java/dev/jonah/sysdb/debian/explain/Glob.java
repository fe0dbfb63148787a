package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FilePattern;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern for whole paths: {@code *} is any part of a name, {@code **} any part of a path, <code>{a,b}</code> one of
 * several words.
 *
 * @param text as written
 * @param regex the same as a regular expression over one character a byte
 */
record Glob(String text, LazyPattern regex) {
    static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '*' -> {
                    boolean deep = text.startsWith("**", i);
                    regex.append(deep ? ".*" : "[^/]*");
                    i += deep ? 1 : 0;
                }
                case '{' -> regex.append("(?:");
                case '}' -> regex.append(')');
                case ',' -> regex.append('|');
                default ->
                    regex.append(Character.isLetterOrDigit(c) || c == '/' ? "" : "\\")
                            .append(c);
            }
        }
        return new Glob(text, LazyPattern.of(regex.toString(), Pattern.DOTALL));
    }

    boolean matches(ImagePath path) {
        return regex.matcher(path.latin1()).matches();
    }

    /** A pattern that fits every path that this fits, and maybe more. */
    static FilePattern candidates(List<Glob> globs) {
        List<String> paths = new ArrayList<>();
        List<String> directories = new ArrayList<>();
        for (Glob glob : globs) {
            for (String path : alternatives(glob.text)) {
                int star = path.indexOf('*');
                if (star < 0) {
                    paths.add(path);
                } else {
                    directories.add(path.substring(0, Math.max(1, path.lastIndexOf('/', star))));
                }
            }
        }
        return FilePattern.path(paths.stream().distinct().toArray(String[]::new))
                .orBelow(directories.stream().distinct().toArray(String[]::new));
    }

    private static List<String> alternatives(String text) {
        int open = text.indexOf('{');
        if (open < 0) {
            return List.of(text);
        }
        int close = text.indexOf('}', open);
        List<String> all = new ArrayList<>();
        for (String word : text.substring(open + 1, close).split(",", -1)) {
            all.addAll(alternatives(text.substring(0, open) + word + text.substring(close + 1)));
        }
        return all;
    }
}
