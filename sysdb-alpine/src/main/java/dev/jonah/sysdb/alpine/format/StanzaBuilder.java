package dev.jonah.sysdb.alpine.format;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the lines of one stanza one by one; directory and file are the last ones named. */
final class StanzaBuilder {
    private static final String KNOWN_CAPITALS = "CPVASITULD";
    private static final String KNOWN_FLAGS = "fsxS";
    private static final int LONGEST_QUOTE = 120;

    private final List<ApkField> fields = new ArrayList<>();
    private final List<ApkDirectory> directories = new ArrayList<>();
    private final List<ApkFile> files = new ArrayList<>();
    private final List<ApkProblem> problems = new ArrayList<>();
    private boolean inDirectory;
    private boolean inFile;

    boolean isEmpty() {
        return fields.isEmpty() && directories.isEmpty() && files.isEmpty() && problems.isEmpty();
    }

    /** Takes a line of at least two bytes. */
    void add(RawText line, long number) {
        String latin1 = line.latin1();
        if (latin1.charAt(1) != ':') {
            malformed(number, "no letter and colon at the start");
            return;
        }
        RawText value = line.substring(2);
        char letter = latin1.charAt(0);
        switch (letter) {
            case 'F' -> directory(value, number);
            case 'M' -> directoryAcl(value, number);
            case 'R' -> file(value, number);
            case 'a' -> fileAcl(value, number);
            case 'Z' -> checksum(value, number);
            default -> field(letter, value, number);
        }
    }

    void malformed(long line, String message) {
        problems.add(new ApkProblem(line, ApkProblem.Kind.MALFORMED, message));
    }

    ApkPackage build() {
        ApkPackage read = new ApkPackage(fields, directories, files, problems);
        // The flag may stand before or after the checksums that it gives their meaning.
        return read.hasFlag('S') ? new ApkPackage(fields, directories, truncated(), problems) : read;
    }

    private void field(char letter, RawText value, long number) {
        fields.add(new ApkField(letter, value));
        if (letter >= 'A' && letter <= 'Z' && KNOWN_CAPITALS.indexOf(letter) < 0) {
            unknown(number, "unknown field " + letter + ", which a newer apk must have written");
        } else if (letter == 'f') {
            value.latin1()
                    .chars()
                    .filter(c -> KNOWN_FLAGS.indexOf(c) < 0)
                    .findFirst()
                    .ifPresent(c -> unknown(number, "unknown flag " + (char) c));
        } else if (!(letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z')) {
            malformed(number, "a field must be a letter, not '" + letter + "'");
        }
    }

    private void directory(RawText value, long number) {
        String path = strip(value.latin1());
        inFile = false;
        inDirectory = isInside(path);
        if (inDirectory) {
            directories.add(new ApkDirectory(RawText.ofLatin1(path), ApkAcl.OF_DIRECTORIES));
        } else {
            malformed(number, "not a directory inside the root: " + quote(value));
        }
    }

    private void directoryAcl(RawText value, long number) {
        if (!inDirectory) {
            malformed(number, "M: without a directory before it");
            return;
        }
        ApkDirectory last = directories.get(directories.size() - 1);
        directories.set(directories.size() - 1, new ApkDirectory(last.path(), acl(value, number)));
    }

    private void file(RawText value, long number) {
        String name = value.latin1();
        inFile = inDirectory && !name.isEmpty() && name.indexOf('/') < 0 && !name.equals(".") && !name.equals("..");
        if (inFile) {
            files.add(new ApkFile(directories.get(directories.size() - 1).path(), value, ApkAcl.OF_FILES, null));
        } else if (inDirectory) {
            malformed(number, "not the name of a file: " + quote(value));
        } else {
            malformed(number, "R: without a directory before it: " + quote(value));
        }
    }

    private void fileAcl(RawText value, long number) {
        if (!inFile) {
            malformed(number, "a: without a file before it");
            return;
        }
        ApkFile last = files.get(files.size() - 1);
        replaceLast(new ApkFile(last.directory(), last.name(), acl(value, number), last.checksum()));
    }

    private void checksum(RawText value, long number) {
        if (!inFile) {
            malformed(number, "Z: without a file before it");
            return;
        }
        Digest digest = ApkChecksum.parse(value.latin1());
        if (digest == null) {
            malformed(number, "not a checksum: " + quote(value));
        }
        ApkFile last = files.get(files.size() - 1);
        replaceLast(new ApkFile(last.directory(), last.name(), last.acl(), digest));
    }

    private void replaceLast(ApkFile file) {
        files.set(files.size() - 1, file);
    }

    private @Nullable ApkAcl acl(RawText value, long number) {
        ApkAcl acl = ApkAcl.parse(value.latin1());
        if (acl == null) {
            malformed(number, "not owner, group and mode: " + quote(value));
        }
        return acl;
    }

    private void unknown(long line, String message) {
        problems.add(new ApkProblem(line, ApkProblem.Kind.UNKNOWN, message));
    }

    private List<ApkFile> truncated() {
        return files.stream()
                .map(f -> f.checksum() == null
                        ? f
                        : new ApkFile(f.directory(), f.name(), f.acl(), ApkChecksum.asTruncatedSha256(f.checksum())))
                .toList();
    }

    private static String quote(RawText value) {
        String text = value.toString();
        return text.length() <= LONGEST_QUOTE ? "'" + text + "'" : "'" + text.substring(0, LONGEST_QUOTE) + "…'";
    }

    private static boolean isInside(String path) {
        return !("/" + path + "/").contains("/../");
    }

    private static String strip(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }
}
