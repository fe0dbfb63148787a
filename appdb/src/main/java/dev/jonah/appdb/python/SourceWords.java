package dev.jonah.appdb.python;

import dev.jonah.value.RawText;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;

/**
 * The words of a source file, to be held against the names of compiled code: code that was made from the source uses no
 * other names, but for those that the compiler makes up.
 */
final class SourceWords {
    private static final Set<String> OF_THE_COMPILER = Set.of(
            "AssertionError",
            "None",
            "NotImplementedError",
            "StopAsyncIteration",
            "__annotate__",
            "__annotate_func__",
            "__annotations__",
            "__class__",
            "__classcell__",
            "__classdict__",
            "__classdictcell__",
            "__conditional_annotations__",
            "__debug__",
            "__doc__",
            "__firstlineno__",
            "__locals__",
            "__module__",
            "__name__",
            "__qualname__",
            "__static_attributes__",
            "__type_params__");

    private final Set<String> words = new HashSet<>();

    SourceWords(byte[] source) {
        String text = new String(source, StandardCharsets.ISO_8859_1);
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean part = i < text.length() && isPart(text.charAt(i));
            if (part && start < 0) {
                start = i;
            } else if (!part && start >= 0) {
                add(text.substring(start, i));
                start = -1;
            }
        }
    }

    private void add(String word) {
        words.add(word);
        RawText raw = RawText.ofLatin1(word);
        if (raw.isUtf8() && raw.length() != raw.toString().length()) {
            // Python normalises names, so that the sign for micro becomes the Greek letter.
            words.add(RawText.of(Normalizer.normalize(raw.toString(), Normalizer.Form.NFKC))
                    .latin1());
        }
    }

    /** Whether the source can be where this name comes from; names and words are of one character per byte. */
    boolean explain(String name) {
        // Made up are <module>, <lambda>, .0 and the like; source code cannot spell them, nor use them.
        if (name.isEmpty() || name.startsWith("<") || name.startsWith(".") || OF_THE_COMPILER.contains(name)) {
            return true;
        }
        for (String part : name.split("\\.")) {
            if (!words.contains(part) && !isMangled(part)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a private name of a class: {@code _Class__name}. */
    private boolean isMangled(String name) {
        if (!name.startsWith("_")) {
            return false;
        }
        for (int i = name.indexOf("__", 1); i > 0; i = name.indexOf("__", i + 1)) {
            if (words.contains(name.substring(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= 0x80;
    }
}
