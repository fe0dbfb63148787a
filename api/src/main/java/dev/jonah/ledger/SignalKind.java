package dev.jonah.ledger;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fact that makes a file worth a look, whatever its verdict. It judges nothing: what to do about it is for people
 * and their policies.
 *
 * @param code stable, lower-case words joined by hyphens: {@code setuid}
 * @param severity how much it matters where it is true
 * @param meaning one sentence for a person, without a full stop: {@code "it runs with the rights of its owner"}
 */
public record SignalKind(String code, Severity severity, String meaning) implements Comparable<SignalKind> {
    /** How much a signal matters, the least first. */
    public enum Severity {
        /** Worth knowing of a file that one looks at anyway. */
        INFO,
        /** Unusual; often with a good reason. */
        NOTICE,
        /** Seldom right in an image that somebody made with care. */
        ALARM
    }

    private static final Comparator<SignalKind> WORST_FIRST =
            Comparator.comparing(SignalKind::severity).reversed().thenComparing(SignalKind::code);

    /** Something worth knowing. */
    public static SignalKind info(String code, String meaning) {
        return new SignalKind(code, Severity.INFO, meaning);
    }

    /** Something unusual. */
    public static SignalKind notice(String code, String meaning) {
        return new SignalKind(code, Severity.NOTICE, meaning);
    }

    /** Something that is seldom right. */
    public static SignalKind alarm(String code, String meaning) {
        return new SignalKind(code, Severity.ALARM, meaning);
    }

    /** The worst first, then by code. */
    @Override
    public int compareTo(SignalKind other) {
        return WORST_FIRST.compare(this, other);
    }

    // By hand: what a record gets by itself is put together at its first use, which takes longer than all the uses
    // here.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignalKind kind
                && code.equals(kind.code)
                && severity == kind.severity
                && meaning.equals(kind.meaning);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }
}
