package dev.jonah.inspector.tree;

import java.util.List;

/**
 * What a name of a layer means to the layers below (OCI image specification, layer.md, "Whiteouts").
 *
 * @param kind what it is
 * @param target name of the sibling that a whiteout removes; empty for all others
 */
record Marker(Kind kind, String target) {
    enum Kind {
        /** An ordinary entry. */
        ENTRY,
        /** A whiteout of one sibling. */
        WHITEOUT,
        /** The directory hides all that lower layers have in it. */
        OPAQUE,
        /** Housekeeping of AUFS, or something below a whiteout: no file of the image. */
        HOUSEKEEPING,
        /** {@code .wh.} and nothing more: invalid, kept as a file. */
        BARE,
        /** A whiteout of {@code .} or {@code ..}: refused. */
        REFUSED;

        /** Whether it hides something of lower layers. */
        boolean hides() {
            return this == WHITEOUT || this == OPAQUE;
        }
    }

    /** What the name of every marker begins with. */
    static final String PREFIX = ".wh.";

    private static final String OPAQUE_NAME = ".wh..wh..opq";
    private static final Marker ORDINARY = new Marker(Kind.ENTRY, "");

    /** The meaning of a path, given by its parts. */
    static Marker of(List<String> parts) {
        for (int i = 0; i < parts.size() - 1; i++) {
            if (parts.get(i).startsWith(PREFIX) && parts.get(i).length() > PREFIX.length()) {
                return new Marker(Kind.HOUSEKEEPING, "");
            }
        }
        String name = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        if (!name.startsWith(PREFIX)) {
            return ORDINARY;
        }
        if (name.equals(OPAQUE_NAME)) {
            return new Marker(Kind.OPAQUE, "");
        }
        String target = name.substring(PREFIX.length());
        if (target.startsWith(PREFIX)) {
            return new Marker(Kind.HOUSEKEEPING, "");
        }
        return switch (target) {
            case "" -> new Marker(Kind.BARE, "");
            case ".", ".." -> new Marker(Kind.REFUSED, "");
            default -> new Marker(Kind.WHITEOUT, target);
        };
    }
}
