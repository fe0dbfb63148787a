package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import java.util.function.Consumer;

/**
 * Explains caches that triggers make of packaged files: each has the format of its kind, and its inputs are there or,
 * where it names them, are all files of packages.
 */
public final class Caches implements Explainer {
    private static final String DERIVED = "debian.cache";
    private static final String TRANSIENT = "debian.volatile-cache";
    private static final Format DBM = Format.magic(
            "man-db's index of pages",
            "ce9a5713 cf9a5713 cd9a5713 d09a5713 d19a5713 13579ace 13579acf 13579acd 13579ad0 13579ad1");
    private static final Format TAG =
            Format.lines("mark of a cache directory", "Signature: 8a477f597d28d172789f06886806bc55", "#.*|");

    private static final Rules RULES = Rules.of(
            derived(
                    "libglib2.0-0* libglib2.0-bin",
                    Beside.of(
                            Format.magic("compiled schemas", "4756617269616e74 72615647746e6169"),
                            ".*\\.gschema\\.xml"),
                    "/usr/share/glib-2.0/schemas/gschemas.compiled"),
            derived(
                    "libglib2.0-0*",
                    Named.of("the list of modules", "|#.*|([\\w.+-]+\\.so): [\\w, .-]+"),
                    "/usr/lib/*/gio/modules/giomodule.cache",
                    "/usr/lib/gio/modules/giomodule.cache"),
            derived(
                    "libgdk-pixbuf*",
                    Named.of("the list of loaders", "|#.*|\"(/[^\"]+\\.so)\"|\"(?!/[^\"]*\\.so\").*"),
                    "/usr/lib/**/gdk-pixbuf-2.0/*/loaders.cache"),
            derived(
                    "libgtk2.0-0* libgtk-3-0* libgtk-4-1*",
                    Named.of("the list of input methods", "|#.*|\"(/[^\"]+\\.so)\" *|\"(?!/[^\"]*\\.so\").*"),
                    "/usr/lib/**/gtk-*/*/immodules.cache"),
            derived(
                    "libgtk2.0-bin libgtk-3-bin gtk-update-icon-cache hicolor-icon-theme",
                    Beside.of(Format.magic("cache of the icons of a theme", "00010000"), "index\\.theme"),
                    "/usr/share/icons/*/icon-theme.cache"),
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
            derived("desktop-file-utils", new DesktopTypes(), "/usr/share/applications/mimeinfo.cache"),
            derived(
                    "libc6* libc-bin",
                    Beside.of(Format.magic("cache of character sets", "24030120 20010324"), "gconv-modules(?:\\.d)?"),
                    "/usr/lib/**/gconv-modules.cache"),
            derived(
                    "udev systemd-hwdb",
                    Beside.in(
                            "/usr/lib/udev/hwdb.d",
                            Format.magic("database of hardware", "4b534c5048485248"),
                            ".*\\.hwdb"),
                    "{/usr,}/lib/udev/hwdb.bin",
                    "/etc/udev/hwdb.bin"),
            derived(
                    "systemd",
                    Beside.in(
                            "/usr/lib/systemd/catalog",
                            Format.magic("database of messages", "524848484b534c50"),
                            ".*\\.catalog"),
                    "/var/lib/systemd/catalog/database"),
            derived(
                    "locales libc-bin",
                    Beside.in(
                            "/usr/share/i18n/locales",
                            Format.magic("archive of compiled locales", "090102de de020109"),
                            ".*"),
                    "/usr/lib/locale/locale-archive"),
            derived("install-info", new InfoMenu(), "/usr/share/info/dir{,.old}"),
            volatileCache("man-db", Check.format(DBM), "/var/cache/man/**/index.db", "/var/cache/man/index.db"),
            volatileCache(
                    "man-db",
                    Check.format(Format.empty("tells to keep the index up to date, empty")),
                    "/var/lib/man-db/auto-update"),
            volatileCache("man-db fontconfig", Check.format(TAG), "/var/cache/{man,fontconfig}/CACHEDIR.TAG"),
            volatileCache("fontconfig* libfontconfig1", new FontCache(), "/var/cache/fontconfig/*"),
            volatileCache(
                    "libc-bin",
                    Check.format(
                            Format.magic("ldconfig's memory of libraries", "676c6962632d6c642e736f2e6175786361636865")),
                    "/var/cache/ldconfig/aux-cache"),
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
