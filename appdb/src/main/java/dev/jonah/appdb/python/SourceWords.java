package dev.jonah.appdb.python;

import dev.jonah.value.RawText;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
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
            "__type_params__",
            // How texts of more than 30 formatted parts are put together.
            "join");

    private static final boolean[] PART = new boolean[256];

    static {
        for (int c = 0; c < PART.length; c++) {
            PART[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= 0x80;
        }
    }

    private final WordSet words;

    SourceWords(byte[] source) {
        words = new WordSet(source);
        for (int i = 0; i < source.length; i++) {
            int start = i;
            boolean ascii = true;
            while (i < source.length && PART[source[i] & 0xff]) {
                ascii &= source[i] >= 0;
                i++;
            }
            if (i > start) {
                words.add(start, i);
                if (!ascii) {
                    addNormalised(new String(source, start, i - start, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    /** Python normalises names, so that the sign for micro becomes the Greek letter. */
    private void addNormalised(String word) {
        RawText raw = RawText.ofLatin1(word);
        if (raw.isUtf8()) {
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
        if (name.indexOf('.') < 0) {
            return isKnown(name);
        }
        for (String part : name.split("\\.")) {
            if (!isKnown(part)) {
                return false;
            }
        }
        return true;
    }

    private boolean isKnown(String word) {
        return words.contains(word) || isMangled(word);
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
}
