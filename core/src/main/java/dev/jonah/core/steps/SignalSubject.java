package dev.jonah.core.steps;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.ledger.SignalFinder.Standing;
import dev.jonah.ledger.SignalFinder.Subject;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.PackageFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/** An entry that finders look at one after the other; what one of them read serves the next. Used by one thread. */
final class SignalSubject implements Subject {
    private static final byte[] NOTHING = new byte[0];
    /** What a first look reads: enough for the header of any program. */
    private static final int GLANCE = 4096;

    private final Candidate candidate;
    private byte[] head = NOTHING;
    private boolean whole;

    SignalSubject(Candidate candidate) {
        this.candidate = candidate;
    }

    /**
     * An entry to be looked at.
     *
     * @param number the place of a hidden one among them
     * @param verdict null for hidden ones
     */
    record Candidate(
            int number,
            FileEntry entry,
            Standing standing,
            @Nullable Verdict verdict,
            @Nullable PackageFile promise) {}

    @Override
    public FileEntry entry() {
        return candidate.entry;
    }

    @Override
    public Standing standing() {
        return candidate.standing;
    }

    @Override
    public @Nullable Verdict verdict() {
        return candidate.verdict;
    }

    @Override
    public @Nullable PackageFile promise() {
        return candidate.promise;
    }

    @Override
    public byte[] head(int atMost) throws IOException {
        if (!whole && head.length < atMost) {
            read(Math.max(atMost, GLANCE));
        }
        return head.length <= atMost ? head : java.util.Arrays.copyOf(head, atMost);
    }

    private void read(int atMost) throws IOException {
        Content content = candidate.entry.content();
        if (content == null || !candidate.entry.type().isRegular()) {
            whole = true;
            return;
        }
        try {
            head = content.head(atMost);
            whole = head.length < atMost;
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            whole = true;
        }
    }
}
