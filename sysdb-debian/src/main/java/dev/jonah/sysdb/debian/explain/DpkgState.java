package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import java.util.function.Consumer;

/**
 * Explains what dpkg keeps for itself in {@code /var/lib/dpkg}, its backups and its logs, if the content is
 * well-formed.
 */
public final class DpkgState implements Explainer {
    private static final String NAME = "[a-z0-9][a-z0-9.+-]*(?::[a-z0-9-]+)?";
    private static final String BACKUP = "/var/backups/dpkg.";

    private static final Format STATUS = Format.stanzas("dpkg's records of packages", "Package", "[!-9;-~]+");
    private static final Format OVERRIDES =
            Format.lines("dpkg's overrides of owners and modes", "[#\\w.-]++ [#\\w.-]++ [0-7]{1,5} /.*");
    private static final Format ARCHITECTURES = Format.lines("dpkg's list of architectures", "[a-z0-9-]{2,40}");

    private static final Rules RULES = Rules.of(
            state(
                    Check.format(STATUS),
                    "/var/lib/dpkg/{status,available}{,-old}",
                    "/var/lib/dpkg/updates/*",
                    BACKUP + "status.0"),
            state(Check.format(STATUS.gzipped()), BACKUP + "status.*.gz"),
            state(Check.format(DpkgState::diversions), "/var/lib/dpkg/diversions{,-old}", BACKUP + "diversions.0"),
            state(Check.format(((Format) DpkgState::diversions).gzipped()), BACKUP + "diversions.*.gz"),
            state(Check.format(OVERRIDES), "/var/lib/dpkg/statoverride{,-old}", BACKUP + "statoverride.0"),
            state(Check.format(OVERRIDES.gzipped()), BACKUP + "statoverride.*.gz"),
            state(Check.format(ARCHITECTURES), "/var/lib/dpkg/arch{,-native}", BACKUP + "arch.0"),
            state(Check.format(ARCHITECTURES.gzipped()), BACKUP + "arch.*.gz"),
            state(
                    Check.format(Format.empty("a lock of dpkg, empty")),
                    "/var/lib/dpkg/lock{,-frontend}",
                    "/var/lib/dpkg/triggers/Lock"),
            state(
                    Check.format(Format.lines("the format of dpkg's own files", "[01]")),
                    "/var/lib/dpkg/info/format{,-new}"),
            state(
                    Check.format(Format.lines("how dselect gets packages", "[a-z0-9-]++ [a-z0-9-]++")),
                    "/var/lib/dpkg/cmethopt"),
            state(
                    Check.format(Format.lines("triggers that wait to be processed", "\\S++(?: (?:-|" + NAME + "))++")),
                    "/var/lib/dpkg/triggers/Unincorp"),
            state(new Triggers(), "/var/lib/dpkg/triggers/**"),
            log(
                    "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d (?:startup|status|install|upgrade|configure|trigproc|remove"
                            + "|purge|conffile|disappear|unpack|triggers?-\\w++)\\b.*",
                    "/var/log/dpkg.log"),
            log("update-alternatives \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d: .*", "/var/log/alternatives.log"));

    /** Called by the service loader. */
    public DpkgState() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.dpkg-state";
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
        return Rule.file("dpkg.state", Verdict.TRANSIENT, "dpkg", check, where);
    }

    private static Rule log(String line, String path) {
        Format format = Format.lines("a log of dpkg", line);
        Check check = Check.firstOf(Check.format(format), Check.format(format.gzipped()));
        return Rule.file("dpkg.log", Verdict.TRANSIENT, "dpkg", check, path + "{,.1,.*.gz}");
    }

    private static @org.jspecify.annotations.Nullable String diversions(java.io.InputStream in, Books books)
            throws java.io.IOException {
        var read = dev.jonah.sysdb.debian.format.DiversionsReader.read(in, books.limits());
        if (read.failure() != null) {
            throw read.failure();
        }
        return read.problems().isEmpty() ? "dpkg's list of " + read.entries().size() + " diversions" : null;
    }
}
