package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Byte code of Emacs beside the packaged source. The instructions cannot be compared, but every name and string that
 * they refer to must be in the source too, so that the code calls nothing and runs nothing that the source does not
 * name.
 */
final class CompiledLisp implements Check {
    private static final LazyPattern WORD = LazyPattern.of("[A-Za-z][A-Za-z0-9-]{2,}");
    private static final LazyPattern ESCAPE = LazyPattern.of("\\\\[nrtf]");
    private static final LazyPattern BEFORE_INSTRUCTIONS =
            LazyPattern.of("#\\[(?:\\([^()]{0,500}\\)|-?\\d{1,9}) \"|\\(byte-code \"");
    // What the compiler itself puts in.
    private static final Set<String> COMPILER = Set.of(
            "byte-code",
            "byte-code-function-p",
            "buffer-name",
            "custom-declare-face",
            "custom-declare-group",
            "custom-declare-variable",
            "def-tmp-var",
            "defalias",
            "define-obsolete-variable-alias",
            "dolist-tail--",
            "function-put",
            "generate-new-buffer",
            "kill-buffer",
            "make-byte-code",
            "make-obsolete",
            "purecopy",
            "tail",
            "temp",
            "temp-buffer");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String path = entry.path().latin1();
        FileEntry source = books.accounted(path.substring(0, path.length() - 1));
        String text = source == null ? null : books.text(source);
        String code = books.text(entry);
        if (source == null || text == null || code == null || !code.startsWith(";ELC")) {
            return null;
        }
        Set<String> known = words(text);
        known.addAll(COMPILER);
        ImagePath input = source.path();
        return known.containsAll(words(withoutInstructions(code)))
                ? Finding.of("byte code that names nothing but what the packaged " + input + " names", input)
                : null;
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        Matcher word = WORD.matcher(ESCAPE.matcher(text).replaceAll(" "));
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** The code without the comment at its head and without strings of instructions, which are no names. */
    private static String withoutInstructions(String code) {
        int start = 0;
        while (start < code.length() && (code.charAt(start) == ';' || code.charAt(start) == '\n')) {
            int feed = code.indexOf('\n', start);
            start = feed < 0 ? code.length() : feed + 1;
        }
        StringBuilder kept = new StringBuilder();
        Matcher before = BEFORE_INSTRUCTIONS.matcher(code);
        while (start < code.length() && before.find(start)) {
            kept.append(code, start, before.end());
            start = endOfString(code, before.end());
        }
        return kept.append(code, Math.min(start, code.length()), code.length()).toString();
    }

    private static int endOfString(String code, int start) {
        for (int i = start; i < code.length(); i++) {
            if (code.charAt(i) == '"') {
                return i + 1;
            }
            i += code.charAt(i) == '\\' ? 1 : 0;
        }
        return code.length();
    }
}
