package dev.jonah.cli;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.MissingClass;
import dev.jonah.result.FileResult;
import dev.jonah.result.MissingFile;
import dev.jonah.result.PackageResult;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something worth a look.
 *
 * @param rank the lower, the more suspicious
 * @param path where
 * @param verdict in capitals; {@code MISSING} too
 * @param file what is there, or null
 * @param missing what is not there, or null
 */
record Suspect(
        int rank,
        ImagePath path,
        String verdict,
        @Nullable FileResult file,
        @Nullable MissingFile missing) implements Comparable<Suspect> {
    private static final List<String> PRIVILEGES =
            List.of("setuid", "setgid", "capabilities", "set-id-added", "capabilities-added");
    private static final List<String> PROGRAMS = List.of("elf", "script", "mach-o", "pe");
    private static final List<String> PROGRAM_NAMES =
            List.of("ELF executable", "script", "Mach-O executable", "Windows executable");

    /** The file if it is worth a look, else null. */
    static @Nullable Suspect of(FileResult file) {
        int rank = rank(file.verdict(), file.signals());
        return rank < 0
                ? null
                : new Suspect(rank, file.entry().path(), file.verdict().name(), file, null);
    }

    /** The missing file if nothing explains why, else null. */
    static @Nullable Suspect of(MissingFile file) {
        return file.reason() == MissingClass.UNEXPLAINED ? new Suspect(8, file.path(), "MISSING", null, file) : null;
    }

    private static int rank(Verdict verdict, List<String> signals) {
        boolean privileged = any(PRIVILEGES, signals);
        boolean program = any(PROGRAMS, signals);
        return switch (verdict) {
            case MODIFIED -> signals.isEmpty() ? 3 : 0;
            case UNEXPLAINED -> privileged ? 1 : program ? 2 : signals.isEmpty() ? 6 : 5;
            case CONFIG_EDITED -> privileged ? 1 : program ? 7 : -1;
            case VERIFIED, OWNED -> signals.contains("set-id-added") || signals.contains("capabilities-added") ? 1 : -1;
            case COPY -> privileged ? 1 : signals.contains("copy-of-program") ? 4 : -1;
            case DERIVED, TRANSIENT, KNOWN, IDENTIFIED -> privileged ? 1 : -1;
        };
    }

    private static boolean any(Collection<String> wanted, List<String> signals) {
        for (String signal : signals) {
            if (wanted.contains(signal)) {
                return true;
            }
        }
        return false;
    }

    /** Why, in a few words; {@code createdBy} is the history line of its layer. */
    String reason(@Nullable String createdBy) {
        if (missing != null) {
            return Names.of(missing.owner()) + ": promised, and not there";
        }
        if (file == null) {
            return "";
        }
        PackageResult owner = file.owner();
        String evidence =
                file.evidence().isEmpty() ? "" : file.evidence().get(0).text();
        if (owner != null) {
            return Names.of(owner) + ": " + evidence;
        }
        if (file.verdict() != Verdict.UNEXPLAINED) {
            return evidence;
        }
        String layer = "layer " + file.entry().layer();
        String command = createdBy == null ? "" : " «" + CreatedBy.brief(createdBy, 24) + "»";
        return what(file) + ", " + layer + command;
    }

    private static String what(FileResult file) {
        for (int i = 0; i < PROGRAMS.size(); i++) {
            if (file.signals().contains(PROGRAMS.get(i))) {
                return PROGRAM_NAMES.get(i);
            }
        }
        FileEntry entry = file.entry();
        return switch (entry.type()) {
            case FILE, HARDLINK, DIRECTORY -> "file of " + Sizes.text(entry.size());
            case SYMLINK -> "link to " + Names.of(entry.target());
            case CHAR, BLOCK -> "device " + entry.device();
            case FIFO, SOCKET -> entry.type() == EntryType.FIFO ? "named pipe" : "socket";
        };
    }

    /** Signals that the reason does not tell. */
    List<String> signals() {
        if (file == null) {
            return List.of();
        }
        List<String> rest = new ArrayList<>(file.signals());
        if (file.verdict() == Verdict.UNEXPLAINED) {
            rest.removeAll(PROGRAMS);
            rest.remove("device");
        }
        return rest;
    }

    @Override
    public int compareTo(Suspect other) {
        int byRank = Integer.compare(rank, other.rank);
        int byPath = byRank != 0 ? byRank : path.compareTo(other.path);
        return byPath != 0 ? byPath : verdict.compareTo(other.verdict);
    }
}
