package dev.jonah.provenance.signals.format;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the first bytes of a file are, as far as signatures tell. */
public enum ContentKind {
    /** A program of Linux and its kin. */
    ELF("an ELF file"),
    /** A program of Apple's systems. */
    MACH_O("a Mach-O program"),
    /** A program of Windows. */
    PE("a Windows program"),
    /** A script with an interpreter in its first line. */
    SCRIPT("a script"),
    /** Compressed or an archive. */
    ARCHIVE("an archive or compressed"),
    /** Pictures, sounds, films, fonts, documents, data bases: formats that explain why their bytes look random. */
    MEDIA("media or a document"),
    /** No zero bytes, and valid as UTF-8 or mostly ASCII. */
    TEXT("text"),
    /** Nothing of these. */
    UNKNOWN("of no known kind");

    private static final List<byte[]> ARCHIVES = signatures(
            "\u001f\u008b",
            "\u00fd7zXZ\0",
            "(\u00b5/\u00fd",
            "BZh",
            "PK\3\4",
            "PK\5\6",
            "7z\u00bc\u00af",
            "\4\"M\30",
            "Rar!",
            "!<arch>\n",
            "\u00ed\u00ab\u00ee\u00db",
            "]\0\0",
            "LZIP",
            "hsqs",
            "070701",
            "070702",
            "MSCF",
            "xar!",
            "\u001f\u009d");
    private static final List<byte[]> MEDIAS = signatures(
            "\u0089PNG",
            "\u00ff\u00d8\u00ff",
            "GIF8",
            "RIFF",
            "wOFF",
            "wOF2",
            "OggS",
            "fLaC",
            "ID3",
            "%PDF",
            "BM",
            "II*\0",
            "MM\0*",
            "SQLite format 3",
            "OTTO",
            "\0\1\0\0",
            "true",
            "PACK",
            "ustar",
            "\u00d0\u00cf\u0011\u00e0",
            "FWS",
            "CWS",
            "GDBM",
            "\u00f3\r",
            "PAR1",
            "ORC",
            "\u0089HDF",
            "\u0093NUMPY",
            "glibc-ld",
            "\u00de\u0012\u0004\u0095",
            "\0\0\1\0",
            "\u0099\1",
            "\u0098",
            "\u00ff\u00fb",
            "\u00ff\u00f3");

    private final String words;

    ContentKind(String words) {
        this.words = words;
    }

    private static List<byte[]> signatures(String... latin1) {
        return java.util.Arrays.stream(latin1)
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** What it is, for people, with its article. */
    public String words() {
        return words;
    }

    /** Whether a machine or a shell would run it. */
    public boolean isProgram() {
        return this == ELF || this == MACH_O || this == PE || this == SCRIPT;
    }

    /** Whether it is something that no text editor would show. */
    public boolean isBinary() {
        return this == ELF || this == MACH_O || this == PE || this == ARCHIVE;
    }

    /** By the first bytes of a file; some hundred are enough. */
    public static ContentKind of(byte[] head) {
        ProgramHeader program = ProgramHeader.of(head);
        if (program != null) {
            return switch (program.format()) {
                case ELF -> ELF;
                case MACH_O -> MACH_O;
                case PE -> PE;
                case SCRIPT -> SCRIPT;
                case JAVA_CLASS, WASM -> MEDIA;
            };
        }
        if (isText(head)) {
            return TEXT;
        }
        if (startsWithAny(head, ARCHIVES)) {
            return ARCHIVE;
        }
        boolean film = head.length > 8 && head[4] == 'f' && head[5] == 't' && head[6] == 'y' && head[7] == 'p';
        return film || startsWithAny(head, MEDIAS) ? MEDIA : UNKNOWN;
    }

    private static boolean startsWithAny(byte[] head, List<byte[]> signatures) {
        for (byte[] signature : signatures) {
            if (head.length >= signature.length
                    && java.util.Arrays.equals(head, 0, signature.length, signature, 0, signature.length)) {
                return true;
            }
        }
        return false;
    }

    /** Control characters that no text has make it none; so do many bytes above ASCII that are not UTF-8. */
    public static boolean isText(byte[] head) {
        int odd = 0;
        int length = Math.min(head.length, 1024);
        for (int i = 0; i < length; i++) {
            int b = head[i] & 0xff;
            if (b == 0 || b < 7 || b > 13 && b < 27) {
                return false;
            }
            boolean continues = i > 0 && (b & 0xc0) == 0x80 && (head[i - 1] & 0x80) != 0;
            boolean leads = b >= 0xc2 && b < 0xf5 && (i + 1 == length || (head[i + 1] & 0xc0) == 0x80);
            if (b >= 0x80 && !continues && !leads) {
                odd++;
            }
        }
        return odd * 20 <= length;
    }
}
