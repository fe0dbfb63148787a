package dev.jonah.provenance;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Verdict;
import dev.jonah.support.LazyPattern;
import java.util.regex.Pattern;

/**
 * One line of data: which entries are what, if they pass a check.
 *
 * @param id rule of the evidence
 * @param verdict what an entry that passes gets
 * @param kind what sort of entry it must be
 * @param where the paths to look at
 * @param path what the whole path must match too, one character a byte
 * @param check looks at the content
 */
record Rule(String id, Verdict verdict, Kind kind, FilePattern where, LazyPattern path, Check check) {
    private static final LazyPattern ANY = LazyPattern.of(".*", Pattern.DOTALL);
    private static final int SET_ID = 07000;
    private static final int EXECUTABLE = 07111;

    /** Sorts of entries. */
    enum Kind {
        /** A regular file that nobody may execute. */
        FILE,
        /** A regular file that may be executed, without set-id bits. */
        ANY_FILE,
        /** A symbolic link. */
        LINK,
        /** A device node or pipe. */
        NODE
    }

    /** Log, cache or state: a regular file that nobody may execute. */
    static Rule volatileFile(String id, FilePattern where, Check check) {
        return new Rule(id, Verdict.TRANSIENT, Kind.FILE, where, ANY, check);
    }

    /** Something that is made from other files: a regular file that nobody may execute. */
    static Rule derived(String id, FilePattern where, Check check) {
        return new Rule(id, Verdict.DERIVED, Kind.FILE, where, ANY, check);
    }

    /** A symbolic link. */
    static Rule link(String id, FilePattern where, Check check) {
        return new Rule(id, Verdict.DERIVED, Kind.LINK, where, ANY, check);
    }

    /** The same for another sort of entries. */
    Rule of(Kind other) {
        return new Rule(id, verdict, other, where, path, check);
    }

    /** The same for paths only that match wholly. */
    Rule matching(String regex) {
        return new Rule(id, verdict, kind, where, LazyPattern.of(regex), check);
    }

    boolean appliesTo(FileEntry entry) {
        return isKind(entry)
                && where.matches(entry.path())
                && path.matcher(entry.path().latin1()).matches();
    }

    private boolean isKind(FileEntry entry) {
        EntryType type = entry.type();
        return switch (kind) {
            case FILE -> type.isRegular() && (entry.mode() & EXECUTABLE) == 0;
            case ANY_FILE -> type.isRegular() && (entry.mode() & SET_ID) == 0;
            case LINK -> type == EntryType.SYMLINK;
            case NODE -> type == EntryType.CHAR || type == EntryType.BLOCK || type == EntryType.FIFO;
        };
    }
}
