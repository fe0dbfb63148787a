package dev.jonah.appdb.golang.format;

/** String literals of Go, as {@code strconv.Quote} writes them. */
final class GoQuoting {
    private GoQuoting() {}

    /** Where the literal at the start of a text ends; its length if it is not closed. */
    static int end(String text) {
        char quote = text.charAt(0);
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i + 1;
            }
        }
        return text.length();
    }

    /** What a literal means; other text means itself. */
    static String unquote(String text) {
        if (text.length() < 2 || text.charAt(text.length() - 1) != text.charAt(0)) {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        return switch (text.charAt(0)) {
            case '`' -> inner;
            case '"' -> unescape(inner);
            default -> text;
        };
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char kind = text.charAt(++i);
            int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
            if (digits == 0) {
                out.append(simple(kind));
            } else {
                i += number(text, i + 1, digits, out);
            }
        }
        return out.toString();
    }

    private static char simple(char kind) {
        return switch (kind) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            default -> kind;
        };
    }

    /** Appends the character of these hexadecimal digits and tells how many were used. */
    private static int number(String text, int start, int digits, StringBuilder out) {
        int end = Math.min(text.length(), start + digits);
        try {
            out.appendCodePoint(Integer.parseInt(text.substring(start, end), 16));
        } catch (IllegalArgumentException e) {
            out.append('\ufffd');
        }
        return end - start;
    }
}
