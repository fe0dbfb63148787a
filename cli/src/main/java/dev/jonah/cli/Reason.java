package dev.jonah.cli;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Verdict;
import dev.jonah.result.FileResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a file is worth a look, in a few words.
 *
 * @param text of a claimed file its owner and what differs; else what it is
 * @param otherSignals codes of what the text does not tell
 */
record Reason(String text, List<String> otherSignals) {
    /** These say what a file is. */
    private static final List<String> PROGRAMS = List.of("elf", "script", "mach-o", "pe", "java-class", "wasm");

    /** A verdict and a program say as much. */
    private static final List<String> TOLD_BY_VERDICT = List.of("modified-program", "copy-of-program");

    static Reason of(FileResult file, Signals known) {
        String evidence =
                file.evidence().isEmpty() ? "" : file.evidence().get(0).text();
        if (file.owner() != null || file.verdict() != Verdict.UNEXPLAINED) {
            String who = file.owner() == null ? "" : Names.of(file.owner()) + ": ";
            return new Reason(who + evidence, without(file.signals(), TOLD_BY_VERDICT));
        }
        List<String> rest = new ArrayList<>(file.signals());
        for (String program : PROGRAMS) {
            if (rest.remove(program)) {
                return new Reason(brief(file, program, known), rest);
            }
        }
        if (!rest.isEmpty()) {
            String worst = rest.remove(0);
            String detail = Suspect.evidence(file.evidence(), "signal." + worst);
            return new Reason(detail == null ? what(file.entry()) : detail, detail == null ? file.signals() : rest);
        }
        return new Reason(what(file.entry()), rest);
    }

    private static List<String> without(List<String> signals, List<String> told) {
        List<String> rest = new ArrayList<>(signals);
        rest.removeAll(told);
        return rest;
    }

    /** {@code ELF executable}: the first words of the detail, which says more than fits. */
    private static String brief(FileResult file, String code, Signals known) {
        String detail = Suspect.evidence(file.evidence(), "signal." + code);
        return detail == null ? known.meaning(code) : detail.split(", ", 2)[0];
    }

    private static String what(FileEntry entry) {
        return switch (entry.type()) {
            case FILE, HARDLINK, DIRECTORY -> "file of " + Sizes.text(entry.size());
            case SYMLINK -> "link to " + Names.of(entry.target());
            case CHAR, BLOCK -> "device " + entry.device();
            case FIFO, SOCKET -> entry.type() == EntryType.FIFO ? "named pipe" : "socket";
        };
    }

    /** The same with the layer that an unexplained file came from; {@code createdBy} is the history line of that layer. */
    static String withLayer(Suspect suspect, @Nullable String createdBy) {
        String command = createdBy == null ? "" : " «" + CreatedBy.brief(createdBy, 24) + "»";
        return suspect.verdict().equals(Verdict.UNEXPLAINED.name())
                ? suspect.reason() + ", layer " + suspect.layer() + command
                : suspect.reason();
    }
}
