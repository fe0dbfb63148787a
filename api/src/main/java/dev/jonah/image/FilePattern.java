package dev.jonah.image;

import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files somebody wants, as data, so that one pass over a tree serves any number of patterns. A pattern is a set of
 * terms; a path that fits one of them fits the pattern. Only entries that are not directories are ever matched.
 *
 * <pre>{@code
 * FilePattern.named("METADATA", "PKG-INFO").orSuffix(".egg-info").orBelow("/etc/apk/")
 * }</pre>
 *
 * @param terms what may fit
 */
public record FilePattern(List<Term> terms) {
    /** How a {@link Term} fits. */
    public enum Kind {
        /** The whole path. */
        PATH,
        /** The whole last part. */
        NAME,
        /** The last part ends so (in any case of ASCII letters). */
        SUFFIX,
        /** The path ends so, at a part's border: {@code lib/apk/db/installed}. */
        PATH_SUFFIX,
        /** The path lies below this directory, at any depth. */
        BELOW,
        /** It is a compiled program or library, by its first bytes: see {@link FilePattern#programs()}. */
        PROGRAM
    }

    /**
     * One way to fit.
     *
     * @param kind what is compared
     * @param text with what; for {@link Kind#BELOW} and {@link Kind#PATH} an absolute path; empty for {@link Kind#PROGRAM}
     */
    public record Term(Kind kind, String text) {
        /** Whether the path fits; never for {@link Kind#PROGRAM}, which no path tells. */
        public boolean matches(ImagePath path) {
            String whole = path.latin1();
            return switch (kind) {
                case PATH -> whole.equals(text);
                case NAME ->
                    whole.endsWith(text)
                            && whole.length() > text.length()
                            && whole.charAt(whole.length() - text.length() - 1) == '/';
                case SUFFIX ->
                    whole.regionMatches(true, whole.length() - text.length(), text, 0, text.length())
                            && whole.length() - whole.lastIndexOf('/') > text.length();
                case PATH_SUFFIX ->
                    whole.endsWith(text)
                            && (whole.length() == text.length()
                                    || text.startsWith("/")
                                    || whole.charAt(whole.length() - text.length() - 1) == '/');
                case BELOW ->
                    whole.startsWith(text) && whole.length() > text.length() && whole.charAt(text.length()) == '/'
                            || text.equals("/");
                case PROGRAM -> false;
            };
        }

        // By hand: what a record gets by itself is put together at its first use, which takes longer than all the uses
        // here.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Term term && kind == term.kind && text.equals(term.text);
        }

        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + text.hashCode();
        }
    }

    /** Copies the terms. */
    public FilePattern {
        terms = List.copyOf(terms);
    }

    /** Exactly these paths. */
    public static FilePattern path(String... paths) {
        return new FilePattern(List.of()).with(Kind.PATH, paths);
    }

    /** Files with one of these names, anywhere. */
    public static FilePattern named(String... names) {
        return new FilePattern(List.of()).with(Kind.NAME, names);
    }

    /** Files whose name ends so, anywhere; the case of ASCII letters does not matter. */
    public static FilePattern suffix(String... suffixes) {
        return new FilePattern(List.of()).with(Kind.SUFFIX, suffixes);
    }

    /** Files whose path ends so, from the start of a part on. */
    public static FilePattern pathSuffix(String... suffixes) {
        return new FilePattern(List.of()).with(Kind.PATH_SUFFIX, suffixes);
    }

    /** All that lies below these directories. */
    public static FilePattern below(String... directories) {
        return new FilePattern(List.of()).with(Kind.BELOW, directories);
    }

    /**
     * Compiled programs and libraries: regular files that begin as ELF, PE or Mach-O do, if they have an execute bit or
     * the kind of name that such files have. Others are not opened, which would cost much in large images.
     */
    public static FilePattern programs() {
        return new FilePattern(List.of(new Term(Kind.PROGRAM, "")));
    }

    /** Every entry that is not a directory. */
    public static FilePattern everything() {
        return below("/");
    }

    /** This or one of these names. */
    public FilePattern orNamed(String... names) {
        return with(Kind.NAME, names);
    }

    /** This or one of these paths. */
    public FilePattern orPath(String... paths) {
        return with(Kind.PATH, paths);
    }

    /** This or a name that ends so. */
    public FilePattern orSuffix(String... suffixes) {
        return with(Kind.SUFFIX, suffixes);
    }

    /** This or a path that ends so. */
    public FilePattern orPathSuffix(String... suffixes) {
        return with(Kind.PATH_SUFFIX, suffixes);
    }

    /** This or below one of these directories. */
    public FilePattern orBelow(String... directories) {
        return with(Kind.BELOW, directories);
    }

    /** Whether one of the terms fits an entry; reads its first bytes if only they can tell. */
    public boolean matches(FileEntry entry) {
        return matches(entry.path()) || wantsPrograms() && ProgramHead.isProgram(entry);
    }

    /** Whether programs are among what fits. */
    public boolean wantsPrograms() {
        for (Term term : terms) {
            if (term.kind() == Kind.PROGRAM) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the terms that look at the path fits. */
    public boolean matches(ImagePath path) {
        for (Term term : terms) {
            if (term.matches(path)) {
                return true;
            }
        }
        return false;
    }

    private FilePattern with(Kind kind, String... texts) {
        List<Term> all = new ArrayList<>(terms);
        for (String text : texts) {
            String trimmed = kind == Kind.BELOW && text.length() > 1 && text.endsWith("/")
                    ? text.substring(0, text.length() - 1)
                    : text;
            all.add(new Term(kind, dev.jonah.value.RawText.of(trimmed).latin1()));
        }
        return new FilePattern(all);
    }
}
