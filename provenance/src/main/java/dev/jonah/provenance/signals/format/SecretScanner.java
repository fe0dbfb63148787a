package dev.jonah.provenance.signals.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds secrets in text by how they look. One pass: a table tells for each four bytes whether something may begin there, so
 * that nearly all of a text costs one look-up a byte. Nothing is decoded and no secret is kept.
 */
public final class SecretScanner {
    private static final int BITS = 12;
    private static final int MOST_SECRETS = 50;
    private static final int LONGEST_LABEL = 64;
    private static final int KEY_RUN = 40;
    private static final int KEY_REACH = 400;

    /** Looks at one place of a text. */
    private interface Check {
        boolean matches(byte[] text, int at, int length);
    }

    private record Rule(String beginning, Secret.Sort sort, String name, Check check) {}

    private static final List<List<Rule>> TABLE = table();
    private static final boolean[] BEGINS = begins();

    private SecretScanner() {}

    private static List<List<Rule>> table() {
        List<Rule> rules = new ArrayList<>();
        TokenRule.ALL.forEach(
                rule -> rules.add(new Rule(rule.beginning(), Secret.Sort.TOKEN, rule.name(), rule::matches)));
        rules.add(new Rule("BEGIN ", Secret.Sort.PRIVATE_KEY, "private key", SecretScanner::isPrivateKey));
        rules.add(new Rule(
                "PuTTY-User-Key-File-",
                Secret.Sort.PRIVATE_KEY,
                "private key of PuTTY",
                (text, at, length) -> at == 0));
        for (String header : new String[] {"eyJhbGciOi", "eyJ0eXAiOi", "eyJraWQiOi"}) {
            rules.add(new Rule(header, Secret.Sort.SESSION_TOKEN, "JSON web token", SecretScanner::isJsonWebToken));
        }
        List<List<Rule>> table = new ArrayList<>();
        for (int i = 0; i < 1 << BITS; i++) {
            table.add(new ArrayList<>(0));
        }
        for (Rule rule : rules) {
            int four = 0;
            for (int i = 0; i < 4; i++) {
                four = four << 8 | rule.beginning.charAt(i);
            }
            table.get(slot(four)).add(rule);
        }
        return table.stream().map(List::copyOf).toList();
    }

    private static boolean[] begins() {
        boolean[] begins = new boolean[TABLE.size()];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = !TABLE.get(i).isEmpty();
        }
        return begins;
    }

    private static int slot(int four) {
        return four * 0x9e3779b1 >>> 32 - BITS;
    }

    /** Hands over what stands in {@code text[0, length)}: in their order, and no more than a few dozen. */
    public static void scan(byte[] text, int length, Consumer<Secret> out) {
        int four = 0;
        int found = 0;
        int line = 1;
        int counted = 0;
        for (int i = 0; i < length && found < MOST_SECRETS; i++) {
            four = four << 8 | text[i] & 0xff;
            int slot = slot(four);
            if (BEGINS[slot] && i >= 3) {
                int at = i - 3;
                for (Rule rule : TABLE.get(slot)) {
                    if (startsWith(text, at, length, rule.beginning) && rule.check.matches(text, at, length)) {
                        for (; counted < at; counted++) {
                            line += text[counted] == '\n' ? 1 : 0;
                        }
                        out.accept(new Secret(rule.sort, rule.name, line));
                        found++;
                        break;
                    }
                }
            }
        }
    }

    /** What stands in a text, the most harmful first. */
    public static List<Secret> scan(byte[] text) {
        List<Secret> found = new ArrayList<>();
        scan(text, text.length, found::add);
        found.sort(Comparator.comparing(Secret::sort).thenComparing(Secret::line));
        return found;
    }

    private static boolean startsWith(byte[] text, int at, int length, String beginning) {
        if (length - at < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (text[at + i] != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The label of RFC 7468, with a body behind it: sources of programs that read keys hold the label alone. Between the two
     * may stand headers (RFC 1421) and what wraps text in other text: quotes, escaped line ends, indents.
     */
    private static boolean isPrivateKey(byte[] text, int at, int length) {
        if (at < 4 || text[at - 1] != '-' || text[at - 2] != '-') {
            return false;
        }
        int label = at + "BEGIN ".length();
        int end = label;
        while (end < length && end - label < LONGEST_LABEL && text[end] != '-') {
            end++;
        }
        if (!holdsKey(text, label, end) || end + 1 >= length || text[end + 1] != '-') {
            return false;
        }
        int run = 0;
        for (int i = end; i < Math.min(length, end + KEY_REACH); i++) {
            byte b = text[i];
            boolean base64 =
                    b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '+' || b == '/';
            run = base64 ? run + 1 : 0;
            if (run >= KEY_RUN) {
                return TokenRule.isRandom(text, i - run + 1, i + 1);
            }
        }
        return false;
    }

    private static boolean holdsKey(byte[] text, int from, int to) {
        String label = new String(text, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
        return label.endsWith("PRIVATE KEY") || label.equals("PGP PRIVATE KEY BLOCK");
    }

    /** RFC 7519: three parts in Base64url, the first two of them JSON objects. */
    private static boolean isJsonWebToken(byte[] text, int at, int length) {
        if (at > 0 && isBase64Url(text[at - 1])) {
            return false;
        }
        int first = part(text, at, length);
        int second = first < 0 ? -1 : part(text, first, length);
        if (second < 0 || !startsWith(text, first, length, "eyJ")) {
            return false;
        }
        int end = second;
        while (end < length && end - second < 1024 && isBase64Url(text[end])) {
            end++;
        }
        return end - second >= 20;
    }

    /** Where the part after the next full stop begins; -1 if there is none. */
    private static int part(byte[] text, int from, int length) {
        int end = from;
        while (end < length && end - from < 8192 && isBase64Url(text[end])) {
            end++;
        }
        return end < length && text[end] == '.' && end - from >= 10 ? end + 1 : -1;
    }

    private static boolean isBase64Url(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '-' || b == '_';
    }
}
