package dev.jonah.cli;

/** Text made to fit a width. Widths are counted in code points. */
final class Columns {
    private Columns() {}

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Cut at the end, with a mark, if it is wider. */
    static String cut(String text, int width) {
        return width(text) <= width
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
    }

    /** Cut in the middle, with a mark, if it is wider: of a path both ends tell something, the last more. */
    static String cutMiddle(String text, int width) {
        int length = width(text);
        if (length <= width) {
            return text;
        }
        int front = Math.max(0, (width - 1) / 3);
        int back = Math.max(0, width - 1 - front);
        return text.substring(0, text.offsetByCodePoints(0, front))
                + "…"
                + text.substring(text.offsetByCodePoints(0, length - back));
    }

    /** Filled up with spaces on the right. */
    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** Filled up with spaces on the left. */
    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }
}
