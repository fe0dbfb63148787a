package dev.jonah.provenance.signals;

import dev.jonah.ledger.SignalFinder.Subject;
import dev.jonah.provenance.signals.format.ProgramHeader;
import dev.jonah.provenance.signals.format.ProgramHeader.Format;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Whether an entry is a program: by its first bytes, and scripts by their execute bit too. */
final class Program {
    static final int HEAD = 4096;
    private static final int MAGIC = 4;

    private Program() {}

    static @Nullable ProgramHeader of(Subject subject) throws IOException {
        if (!subject.entry().type().isRegular() || subject.entry().size() < MAGIC) {
            return null;
        }
        ProgramHeader header = ProgramHeader.of(subject.head(HEAD));
        boolean idle = header != null && header.format() == Format.SCRIPT && !isExecutable(subject);
        return idle ? null : header;
    }

    /** Whether a machine or a shell would start it: none of a virtual machine, which needs another program. */
    static boolean runs(@Nullable ProgramHeader header) {
        return header != null && (header.format().isNative() || header.format() == Format.SCRIPT);
    }

    static boolean isExecutable(Subject subject) {
        return (subject.entry().mode() & 0111) != 0;
    }
}
