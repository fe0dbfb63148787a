package dev.jonah.sysdb.rpm.format;

import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script that rpm runs when it installs, removes or verifies a package.
 *
 * @param kind when it is run
 * @param interpreter program and arguments; empty if none is recorded
 * @param text the script; null where a program alone is run
 */
public record RpmScriptlet(
        Kind kind, List<String> interpreter, @Nullable String text) {
    /** When a script is run; names are those of rpm. */
    public enum Kind {
        /** Before installation. */
        PREIN(RpmTag.PREIN, RpmTag.PREINPROG),
        /** After installation. */
        POSTIN(RpmTag.POSTIN, RpmTag.POSTINPROG),
        /** Before removal. */
        PREUN(RpmTag.PREUN, RpmTag.PREUNPROG),
        /** After removal. */
        POSTUN(RpmTag.POSTUN, RpmTag.POSTUNPROG),
        /** Before the whole transaction that installs it. */
        PRETRANS(RpmTag.PRETRANS, RpmTag.PRETRANSPROG),
        /** After the whole transaction that installs it. */
        POSTTRANS(RpmTag.POSTTRANS, RpmTag.POSTTRANSPROG),
        /** Before the whole transaction that removes it. */
        PREUNTRANS(RpmTag.PREUNTRANS, RpmTag.PREUNTRANSPROG),
        /** After the whole transaction that removes it. */
        POSTUNTRANS(RpmTag.POSTUNTRANS, RpmTag.POSTUNTRANSPROG),
        /** At verification. */
        VERIFY(RpmTag.VERIFYSCRIPT, RpmTag.VERIFYSCRIPTPROG);

        private final RpmTag script;
        private final RpmTag program;

        Kind(RpmTag script, RpmTag program) {
            this.script = script;
            this.program = program;
        }
    }

    static List<RpmScriptlet> readAll(RpmHeader header) {
        List<RpmScriptlet> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            RawText text = header.text(kind.script);
            List<RawText> program = header.texts(kind.program);
            if (text != null || !program.isEmpty()) {
                found.add(new RpmScriptlet(
                        kind, program.stream().map(RawText::toString).toList(), text == null ? null : text.toString()));
            }
        }
        return found;
    }
}
