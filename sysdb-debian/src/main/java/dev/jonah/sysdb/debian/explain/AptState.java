package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import java.util.function.Consumer;

/**
 * Explains what apt keeps for itself, if the content is well-formed: what was installed by itself, caches, fetched
 * packages, locks and logs. Fetched indexes are {@link AptIndexes}' affair.
 */
public final class AptState implements Explainer {
    private static final Format EXTENDED = Format.stanzas(
            "which packages were installed by themselves",
            "Package Architecture",
            "Package|Architecture|Auto-Installed");
    private static final Format HISTORY = Format.lines(
            "apt's history",
            "|(?:Start-Date|End-Date|Commandline|Requested-By|Install|Reinstall|Upgrade|Downgrade|Remove|Purge|Error"
                    + "|Disappeared|Comment): .*");
    // Text and what terminals are told.
    private static final Format TERMINAL = Format.log("what packages' scripts printed", "Log started: \\d{4}-.*");

    private static final Rules RULES = Rules.of(
            fromOutside(Check.format(EXTENDED), "/var/lib/apt/extended_states", "/var/backups/apt.extended_states.0"),
            state(Check.format(EXTENDED.gzipped()), "/var/backups/apt.extended_states.*.gz"),
            state(
                    Check.format(Format.empty("a time stamp of apt, empty")),
                    "/var/lib/apt/periodic/*",
                    "/var/lib/apt/daily_lock"),
            fromOutside(
                    Check.format(Format.empty("a lock of apt, empty")),
                    "/var/lib/apt/lists/{,partial/}lock",
                    "/var/cache/apt/archives/{,partial/}lock"),
            state(
                    Check.format(Format.magic("apt's cache of what can be installed", "dc76fe98 98fe76dc")),
                    "/var/cache/apt/{pkgcache,srcpkgcache}.bin"),
            state(new FetchedPackage(), "/var/cache/apt/archives/{,partial/}*.deb"),
            log(HISTORY, "history.log"),
            log(TERMINAL, "term.log"),
            state(
                    Check.format(Format.magic("a problem that apt gave to a solver", "fd377a585a00")),
                    "/var/log/apt/eipp.log.xz"));

    /** Called by the service loader. */
    public AptState() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.apt-state";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        RULES.explain(scan, out);
    }

    private static Rule state(Check check, String... where) {
        return Rule.file("apt.state", Verdict.TRANSIENT, "apt", check, where);
    }

    /** What an apt leaves too that is not in the image and made it. */
    private static Rule fromOutside(Check check, String... where) {
        return Rule.file("apt.state", Verdict.TRANSIENT, "dpkg", check, where);
    }

    private static Rule log(Format format, String name) {
        Check check = Check.firstOf(Check.format(format), Check.format(format.gzipped()));
        return Rule.file("apt.log", Verdict.TRANSIENT, "apt", check, "/var/log/apt/" + name + "{,.1,.*.gz}");
    }
}
