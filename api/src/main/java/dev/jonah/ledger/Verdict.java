package dev.jonah.ledger;

/** What became known of an entry. Exactly one for each that is not a directory. */
public enum Verdict {
    /** Claimed by a package; content or link target equals what the package recorded. */
    VERIFIED,
    /** Claimed by a package that recorded nothing to compare, or whose difference is expected. */
    OWNED,
    /** Claimed as configuration; the content differs from what was shipped. */
    CONFIG_EDITED,
    /** Claimed; the content differs and nothing explains it: an alarm. */
    MODIFIED,
    /** Unclaimed; same content as a claimed file of this image. */
    COPY,
    /** Unclaimed; generated from accounted-for input. */
    DERIVED,
    /** Unclaimed; log, cache or package-manager state whose content looks right. */
    TRANSIENT,
    /** Unclaimed; its checksum is in an index of known files. */
    KNOWN,
    /** Unclaimed; its content tells where it comes from. */
    IDENTIFIED,
    /** None of these. */
    UNEXPLAINED;

    /** Whether an entry with this verdict has an owner. */
    public boolean isOwned() {
        return compareTo(MODIFIED) <= 0;
    }

    /** Whether an {@link Explainer} may give it. */
    public boolean isExplanation() {
        return compareTo(COPY) >= 0 && this != UNEXPLAINED;
    }
}
