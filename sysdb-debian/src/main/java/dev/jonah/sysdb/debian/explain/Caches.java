package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import java.util.function.Consumer;

/**
 * Explains caches that Debian's triggers make of packaged files, beside those that every distribution has: each has the
 * format of its kind, and its inputs are there or, where it names them, are all files of packages.
 */
public final class Caches implements Explainer {
    private static final String DERIVED = "debian.cache";
    private static final String TRANSIENT = "debian.volatile-cache";

    private static final Rules RULES = Rules.of(
            derived(
                    "kmod",
                    Named.of("what modules of the kernel need", "([\\w./+-]+):.*"),
                    "{/usr,}/lib/modules/*/modules.dep"),
            derived(
                    "kmod",
                    Beside.of(
                            Format.magic("an index of modules of the kernel", "b007f457"),
                            "modules\\.(?:order|builtin)"),
                    "{/usr,}/lib/modules/*/modules.*.bin"),
            derived(
                    "kmod",
                    Beside.of(
                            Format.lines(
                                    "names of modules of the kernel",
                                    "#.*|alias \\S+ [\\w-]+|softdep [\\w-]+ .*|[\\w-]+ \\S+ [bc][0-9]+:[0-9]+"),
                            "modules\\.(?:order|builtin)"),
                    "{/usr,}/lib/modules/*/modules.{alias,symbols,softdep,devname}"),
            derived(
                    "xfonts-utils",
                    Named.of("the list of fonts", "\\d+|(\\S+) \\S.*"),
                    "/usr/share/fonts/X11/*/fonts.{dir,scale}"),
            derived(
                    "xfonts-utils",
                    Named.of("the list of encodings", "\\d+|\\S+ (/\\S+)"),
                    "/usr/share/fonts/X11/*/encodings.dir"),
            derived(
                    "xfonts-utils",
                    Check.format(Format.lines("names of fonts", "|!.*|(?:\"[^\"]*\"|\\S+)\\s+(?:\"[^\"]*\"|\\S+)\\s*")),
                    "/usr/share/fonts/X11/*/fonts.alias"),
            derived(
                    "xfonts-utils",
                    Check.format(Format.lines("no names of fonts are left out", "|!.*")),
                    "/var/lib/xfonts/excluded-aliases"),
            derived("desktop-file-utils", new DesktopTypes(), "/usr/share/applications/mimeinfo.cache"),
            derived("install-info", new InfoMenu(), "/usr/share/info/dir{,.old}"),
            volatileCache(
                    "man-db",
                    Check.format(Format.empty("tells to keep the index up to date, empty")),
                    "/var/lib/man-db/auto-update"),
            Rule.file(
                    "debian.log",
                    Verdict.TRANSIENT,
                    "fontconfig",
                    Check.format(Format.lines(
                            "what fc-cache said",
                            "Font directories:|\t?/[^:]*(?:: (?:caching|skipping|cleaning|failed|not cleaning).*)?"
                                    + "|fc-cache: (?:succeeded|failed)")),
                    "/var/log/fontconfig.log"),
            volatileCache(
                    "logrotate",
                    Check.format(Format.lines(
                            "when logs were rotated", "logrotate state -- version \\d", "\"/[^\"]*\" [0-9:-]+")),
                    "/var/lib/logrotate/status"),
            volatileCache(
                    "apt-listchanges",
                    Check.format(Format.magic("news that were shown", "53514c69746520666f726d61742033")),
                    "/var/lib/apt/listchanges{.db,/*.db}"));

    /** Called by the service loader. */
    public Caches() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.caches";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        RULES.explain(scan, out);
    }

    private static Rule derived(String owners, Check check, String... where) {
        return Rule.file(DERIVED, Verdict.DERIVED, owners, check, where);
    }

    private static Rule volatileCache(String owners, Check check, String... where) {
        return Rule.file(TRANSIENT, Verdict.TRANSIENT, owners, check, where);
    }
}
