package dev.jonah.appdb.java.signature;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the signatures of an archive are worth.
 *
 * @param signers those whose signature is right
 * @param wrong what is not as it was signed, as phrases
 * @param unread what could not be checked, as phrases
 * @param signed entries that are as one of the signers signed them
 * @param changed entries that differ from what was signed
 * @param unsigned entries that nobody signed, such as those that were added afterwards
 * @param missing entries that were signed and are not there
 * @param weak names of algorithms that were relied on although forgeries can be made, in order
 */
public record ArchiveSignature(
        List<Signer> signers,
        List<String> wrong,
        List<String> unread,
        long signed,
        Entries changed,
        Entries unsigned,
        Entries missing,
        Set<String> weak) {
    /** All of it in one word. */
    public enum State {
        /** Every entry is as it was signed, and none is missing. */
        VALID,
        /** What was signed is unchanged, but some entries are not signed or are missing. */
        INCOMPLETE,
        /** Something is not as it was signed. */
        BROKEN,
        /** It could not be checked, or not all of it. */
        UNCHECKED
    }

    /** Copies the collections. */
    public ArchiveSignature {
        signers = List.copyOf(signers);
        wrong = List.copyOf(wrong);
        unread = List.copyOf(unread);
        weak = java.util.Collections.unmodifiableSet(new TreeSet<>(weak));
    }

    /** All of it in one word. */
    public State state() {
        if (!wrong.isEmpty() || changed.count() > 0) {
            return State.BROKEN;
        }
        if (!unread.isEmpty() || signers.isEmpty()) {
            return State.UNCHECKED;
        }
        return unsigned.count() > 0 || missing.count() > 0 ? State.INCOMPLETE : State.VALID;
    }
}
