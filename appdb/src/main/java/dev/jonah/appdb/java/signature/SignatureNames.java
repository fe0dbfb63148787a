package dev.jonah.appdb.java.signature;

import java.util.List;
import java.util.Locale;

/** Which entries belong to a signature themselves; all lie directly in {@code META-INF}, in any case of letters. */
public final class SignatureNames {
    static final List<String> BLOCKS = List.of(".RSA", ".DSA", ".EC");

    private SignatureNames() {}

    /** Whether an entry is a signature file or the signature of one. */
    public static boolean isOne(String name) {
        return isFile(name) || isBlock(name);
    }

    /** Whether it is a signature file. */
    public static boolean isFile(String name) {
        return isDirect(name) && upper(name).endsWith(".SF");
    }

    static boolean isBlock(String name) {
        return isDirect(name) && BLOCKS.stream().anyMatch(upper(name)::endsWith);
    }

    /** Whether nobody signs it, since the signature is made of it. */
    static boolean isExempt(String name) {
        return isOne(name)
                || isDirect(name)
                        && (upper(name).equals("META-INF/MANIFEST.MF")
                                || upper(name).startsWith("META-INF/SIG-"));
    }

    /** What a signature file and its signature have in common. */
    static String stem(String name) {
        return upper(name.substring(0, name.lastIndexOf('.')));
    }

    private static boolean isDirect(String name) {
        return name.regionMatches(true, 0, "META-INF/", 0, 9) && name.indexOf('/', 9) < 0;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
