package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Verdict;
import java.util.Arrays;
import java.util.List;

/**
 * One line of data: which files of which package are what, if they pass a check.
 *
 * @param id rule of the evidence
 * @param verdict what a file that passes gets
 * @param kind what sort of entry it must be
 * @param owners names of packages, one of which must be installed; a star at the end stands for any rest
 * @param check looks at the content
 * @param where paths
 */
record Rule(String id, Verdict verdict, Kind kind, List<String> owners, Check check, List<Glob> where) {
    private static final int SET_ID = 07000;
    private static final int EXECUTABLE = 07111;

    /** Sorts of entries. */
    enum Kind {
        /** A regular file that nobody may execute. */
        FILE,
        /** A regular file that may be executed, without set-id bits. */
        PROGRAM,
        /** A symbolic link. */
        LINK
    }

    /** A rule for files; {@code owners} are separated by blanks. */
    static Rule file(String id, Verdict verdict, String owners, Check check, String... where) {
        return of(id, verdict, Kind.FILE, owners, check, where);
    }

    /** A rule for links; {@code owners} are separated by blanks. */
    static Rule link(String id, String owners, Check check, String... where) {
        return of(id, Verdict.DERIVED, Kind.LINK, owners, check, where);
    }

    /** A rule for any sort; {@code owners} are separated by blanks. */
    static Rule of(String id, Verdict verdict, Kind kind, String owners, Check check, String... where) {
        List<Glob> globs = Arrays.stream(where).map(Glob::of).toList();
        return new Rule(id, verdict, kind, List.of(owners.split(" ")), check, globs);
    }

    boolean appliesTo(FileEntry entry, Books books) {
        return isKind(entry)
                && where.stream().anyMatch(glob -> glob.matches(entry.path()))
                && owners.stream().anyMatch(name -> !books.installed(name).isEmpty());
    }

    private boolean isKind(FileEntry entry) {
        return switch (kind) {
            case FILE -> isRegular(entry, EXECUTABLE);
            case PROGRAM -> isRegular(entry, SET_ID);
            case LINK -> entry.type() == EntryType.SYMLINK;
        };
    }

    private static boolean isRegular(FileEntry entry, int forbidden) {
        return entry.type().isRegular() && entry.content() != null && (entry.mode() & forbidden) == 0;
    }
}
