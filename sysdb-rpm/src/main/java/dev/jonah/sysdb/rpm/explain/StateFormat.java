package dev.jonah.sysdb.rpm.explain;

import dev.jonah.image.FileEntry;
import java.io.IOException;
import java.util.regex.Pattern;

/** What a file of a package manager must look like. */
enum StateFormat {
    /** An SQLite database. */
    SQLITE,
    /** Its log, index of the log, or journal, by the end of the name. */
    SQLITE_SIDE,
    /** Nothing. */
    EMPTY,
    /** Tables of keys and values. */
    TOML("(?:\\s*|#.*|\\[+[\\w.\" :+~^-]+\\]+|[\\w.\"+:~^-]+\\s*=.*|\\s*[\"'\\]{},].*)"),
    /** Numbers. */
    NUMBERS("[\\d\\s.:-]*"),
    /** A single identifier of 32 hexadecimal digits. */
    UUID("[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}|"),
    /** Names of packages, patterns or repositories, with comments. */
    NAMES("(?:#.*|[A-Za-z0-9_.+:~^()@!=,|/ -]{0,512})"),
    /** Addresses of mirrors. */
    ADDRESSES(
            "(?:#.*|(?:https?|ftp|rsync)://[!-~]{1,2000}(?:\\s[!-~\\s]*)?|[A-Za-z0-9.-]+\\s[\\d.e+-]+\\s[\\d.e+-]+.*|\\s*)"),
    /** Module metadata. */
    MODULE("(?:---|\\.\\.\\.|\\s*|\\s*#.*|\\s*-.*|\\s*[\\w.\"'/+:~-]+\\s*:.*|\\s+.*)"),
    /** Lines that begin with a time. */
    LOG(
            "(?:\\[?\\d{4}-\\d\\d-\\d\\d[T ].*|[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d .*|(?:INFO|DEBUG|ERROR|WARNING)\\b.*|#.*|)"),
    /** A document that begins as JSON does. */
    JSON,
    /** A document that begins as XML does, without instructions to anything that would run them. */
    XML,
    /** Compressed: gzip, bzip2, xz, zstd or zchunk, by its magic. */
    COMPRESSED,
    /** An index of a solver. */
    SOLV,
    /** A package that was fetched. */
    RPM,
    /** An armoured signature or key. */
    ARMOUR;

    private final Pattern line;

    StateFormat() {
        this("");
    }

    StateFormat(String line) {
        this.line = Pattern.compile(line);
    }

    /** Whether the content is of this format. Files that somebody could run never are. */
    boolean fits(FileEntry file) throws IOException {
        if (!Plain.isPlain(file)) {
            return false;
        }
        byte[] head = Plain.head(file, 512);
        return switch (this) {
            case SQLITE -> SqliteFiles.isDatabase(head);
            case SQLITE_SIDE -> isSide(file, head);
            case EMPTY -> file.size() == 0;
            case LOG -> isLog(file);
            case TOML, NUMBERS, UUID, NAMES, ADDRESSES, MODULE -> eachLine(file);
            case JSON -> isText(file, "{", "}") || isText(file, "[", "]");
            case XML -> isText(file, "<?xml", ">") && !hasInstructions(file);
            case ARMOUR -> isText(file, "-----BEGIN PGP ", "-----");
            case COMPRESSED ->
                begins(head, 0x1f, 0x8b)
                        || begins(head, 'B', 'Z', 'h')
                        || begins(head, 0xfd, '7', 'z', 'X', 'Z', 0)
                        || begins(head, 0x28, 0xb5, 0x2f, 0xfd)
                        || begins(head, 0, 'Z', 'C', 'K', '1');
            case SOLV -> begins(head, 'S', 'O', 'L', 'V');
            case RPM -> begins(head, 0xed, 0xab, 0xee, 0xdb);
        };
    }

    private static boolean isSide(FileEntry file, byte[] head) {
        String name = file.path().fileName();
        return name.endsWith("-wal")
                ? SqliteFiles.isLog(head)
                : name.endsWith("-shm") ? SqliteFiles.isSharedMemory(head, file.size()) : SqliteFiles.isJournal(head);
    }

    private static boolean isText(FileEntry file, String begin, String end) throws IOException {
        String text = Plain.text(file);
        String trimmed = text == null ? "" : text.strip();
        return trimmed.startsWith(begin) && trimmed.endsWith(end);
    }

    private static boolean hasInstructions(FileEntry file) throws IOException {
        String text = Plain.text(file);
        return text != null && text.strip().indexOf("<?", 1) >= 0;
    }

    private boolean eachLine(FileEntry file) throws IOException {
        String text = Plain.text(file);
        return text != null && text.lines().allMatch(l -> line.matcher(l).matches());
    }

    /** Messages may have several lines, but the first one begins with a time. */
    private boolean isLog(FileEntry file) throws IOException {
        String text = Plain.text(file);
        return text != null
                && text.lines()
                        .filter(l -> !l.isBlank() && !l.startsWith("#"))
                        .limit(1)
                        .allMatch(l -> line.matcher(l).matches());
    }

    private static boolean begins(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
