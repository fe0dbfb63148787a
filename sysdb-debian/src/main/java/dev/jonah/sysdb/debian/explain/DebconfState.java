package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import java.util.function.Consumer;

/** Explains debconf's databases of questions, answers and templates, if they are well-formed. */
public final class DebconfState implements Explainer {
    private static final Format DATABASE = Format.stanzas(
            "a database of debconf",
            "Name",
            "(?:Name|Template|Owners|Flags|Value|Variables|Type|Indices|Help|(?:Extended_)?Description|Choices|Default"
                    + "|Choices-C)(?:-[\\w.@-]+)?");

    private static final Rules RULES = Rules.of(Rule.file(
            "debconf.state",
            Verdict.TRANSIENT,
            "debconf cdebconf",
            Check.format(DATABASE),
            "/var/cache/debconf/{config,templates,passwords}.dat{,-old}",
            "/var/lib/cdebconf/{questions,templates,passwords}.dat{,-old}"));

    /** Called by the service loader. */
    public DebconfState() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.debconf-state";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        RULES.explain(scan, out);
    }
}
