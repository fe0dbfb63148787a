package dev.jonah.core.steps;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Verdict;
import dev.jonah.pipeline.SignalFacts;
import dev.jonah.pipeline.SignalFacts.Signals;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What makes an entry that no package vouches for worth a look: facts, not judgements. Of claimed entries that are as
 * recorded nothing is said here.
 */
final class FindSignals implements Step {
    private static final int HEAD = 4;
    private static final int BATCH = 128;

    @Override
    public String name() {
        return "signals";
    }

    @Override
    public List<String> after() {
        return List.of("verify");
    }

    @Override
    public SignalFacts run(StepContext context) throws IOException {
        Books books = Books.of(context);
        List<FileEntry> files = context.image()
                .tree()
                .files()
                .filter(file -> isWorthALook(books.verdict(file.path())))
                .toList();
        Signals[] found = new Signals[files.size()];
        context.tasks().run((files.size() + BATCH - 1) / BATCH, batch -> {
            for (int i = batch * BATCH; i < Math.min(files.size(), (batch + 1) * BATCH); i++) {
                found[i] = new Signals(files.get(i).path(), of(files.get(i)));
            }
        });
        return new SignalFacts(Arrays.stream(found)
                .map(Objects::requireNonNull)
                .filter(signals -> !signals.codes().isEmpty())
                .toList());
    }

    private static boolean isWorthALook(@org.jspecify.annotations.Nullable Verdict verdict) {
        return verdict != Verdict.VERIFIED && verdict != Verdict.OWNED;
    }

    private static List<String> of(FileEntry file) throws IOException {
        List<String> codes = new ArrayList<>();
        if (file.type().isRegular()) {
            if ((file.mode() & 04000) != 0) {
                codes.add("setuid");
            }
            if ((file.mode() & 02000) != 0) {
                codes.add("setgid");
            }
            if ((file.mode() & 0002) != 0) {
                codes.add("world-writable");
            }
            if (file.attributes().containsKey("security.capability")) {
                codes.add("capabilities");
            }
            String format = executableFormat(file);
            if (!format.isEmpty()) {
                codes.add(format);
                if (file.path().name().latin1().startsWith(".")) {
                    codes.add("hidden-executable");
                }
            }
        } else if (file.type() == EntryType.CHAR || file.type() == EntryType.BLOCK) {
            codes.add("device");
        }
        return codes;
    }

    private static String executableFormat(FileEntry file) throws IOException {
        if (file.content() == null || file.size() < HEAD) {
            return "";
        }
        byte[] head;
        try {
            head = Objects.requireNonNull(file.content()).head(HEAD);
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return "";
        }
        if (head.length < HEAD) {
            return "";
        }
        if (head[0] == 0x7f && head[1] == 'E' && head[2] == 'L' && head[3] == 'F') {
            return "elf";
        }
        int magic = (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | head[3] & 0xff;
        if (magic == 0xfeedface || magic == 0xfeedfacf || magic == 0xcefaedfe || magic == 0xcffaedfe) {
            return "mach-o";
        }
        if (head[0] == 'M' && head[1] == 'Z') {
            return "pe";
        }
        return head[0] == '#' && head[1] == '!' && (file.mode() & 0111) != 0 ? "script" : "";
    }
}
