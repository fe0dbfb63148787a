package dev.jonah.cli;

import dev.jonah.diagnostic.Diagnostic;

/** The history line of a layer, without what builders wrap around the instruction. */
final class CreatedBy {
    private CreatedBy() {}

    /** The instruction, cut to a width. */
    static String brief(String createdBy, int width) {
        String text = Diagnostic.printable(createdBy.replace('\t', ' ').replace('\n', ' '))
                .strip();
        // The classic builder writes build arguments in front: |1 VERSION=1 /bin/sh -c make
        if (text.startsWith("|")) {
            int shell = text.indexOf("/bin/sh -c ");
            text = shell < 0 ? text : text.substring(shell);
        }
        if (text.startsWith("RUN ")) {
            text = text.substring(4).strip();
        }
        if (text.startsWith("/bin/sh -c ")) {
            text = text.substring(11).strip();
        }
        if (text.startsWith("#(nop)")) {
            text = text.substring(6).strip();
        }
        if (text.endsWith("# buildkit")) {
            text = text.substring(0, text.length() - 10).strip();
        }
        return Columns.cut(squeezed(text), width);
    }

    private static String squeezed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' || out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
