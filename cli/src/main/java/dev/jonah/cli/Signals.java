package dev.jonah.cli;

import dev.jonah.ledger.SignalKind;
import dev.jonah.ledger.SignalKind.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the signals of a result mean. */
final class Signals {
    private final Map<String, SignalKind> kinds = new HashMap<>();

    Signals(List<SignalKind> all) {
        all.forEach(kind -> kinds.put(kind.code(), kind));
    }

    /** The severity of the worst of these, or null if there are none; the worst comes first. */
    @Nullable
    Severity worst(List<String> codes) {
        return codes.isEmpty() ? null : severity(codes.get(0));
    }

    private Severity severity(String code) {
        SignalKind kind = kinds.get(code);
        return kind == null ? Severity.NOTICE : kind.severity();
    }

    /** What a signal says, or its code if nobody explains it. */
    String meaning(String code) {
        SignalKind kind = kinds.get(code);
        return kind == null || kind.meaning().isEmpty() ? code : kind.meaning();
    }

    /** Code, severity and meaning in one line: {@code setuid (alarm): it runs with the rights of its owner}. */
    String line(String code) {
        String word = severity(code).name().toLowerCase(Locale.ROOT);
        String meaning = meaning(code);
        return code + " (" + word + ")" + (meaning.equals(code) ? "" : ": " + meaning);
    }
}
