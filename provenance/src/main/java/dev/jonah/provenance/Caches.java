package dev.jonah.provenance;

import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.provenance.format.MimeCacheHeader;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Explains databases that tools compile from files of packages: each has the format of its kind, lies in its place, and
 * packages own files there that it can be made of, or all files that it names. What is compiled is not compared with what it
 * is compiled from.
 */
public final class Caches implements Explainer {
    private static final String COMPILED = "cache.compiled";
    private static final String NAMES = "cache.names";

    private static final Rules RULES = Rules.of(
            compiled(
                    "/usr/share/glib-2.0/schemas/gschemas.compiled",
                    Beside.of(
                            magic("compiled settings", "4756617269616e74 72615647746e6169"),
                            ".",
                            ".*\\.gschema\\.xml")),
            Rule.derived(
                    COMPILED,
                    FilePattern.path("/usr/share/mime/mime.cache", "/usr/local/share/mime/mime.cache"),
                    Beside.of(Caches::mimeCache, "packages", ".*\\.xml")),
            Rule.derived(
                            COMPILED,
                            FilePattern.named("icon-theme.cache"),
                            Beside.of(magic("cache of the icons of a theme", "00010000"), ".", "index\\.theme"))
                    .matching("/usr/share/icons/[^/]+/icon-theme\\.cache"),
            Rule.derived(
                            COMPILED,
                            FilePattern.named("gconv-modules.cache"),
                            Beside.of(
                                    magic("cache of character sets", "24030120 20010324"),
                                    ".",
                                    "gconv-modules(?:\\.d)?|.*\\.so"))
                    .matching("/(?:usr/)?lib(?:32|64|x32)?/(?:[\\w-]+/)?gconv/gconv-modules\\.cache"),
            Rule.derived(
                    COMPILED,
                    FilePattern.path("/usr/lib/udev/hwdb.bin", "/lib/udev/hwdb.bin"),
                    Beside.of(magic("database of hardware", "4b534c5048485248"), "hwdb.d", ".*\\.hwdb")),
            compiled(
                    "/etc/udev/hwdb.bin",
                    Beside.of(magic("database of hardware", "4b534c5048485248"), "/usr/lib/udev/hwdb.d", ".*\\.hwdb")),
            compiled(
                    "/var/lib/systemd/catalog/database",
                    Beside.of(
                            magic("database of messages", "524848484b534c50"),
                            "/usr/lib/systemd/catalog",
                            ".*\\.catalog")),
            Rule.derived(
                    COMPILED,
                    FilePattern.path("/usr/lib/locale/locale-archive"),
                    Beside.of(
                            magic("archive of compiled locales", "090102de de020109"),
                            "/usr/share/i18n/locales",
                            ".*")),
            Rule.derived(
                            NAMES,
                            FilePattern.named("giomodule.cache"),
                            Named.of("the list of modules of GIO", "|#.*|([\\w.+-]+\\.so): [\\w, .-]*"))
                    .matching("/usr/lib(?:32|64)?/(?:[\\w-]+/)?gio/modules/giomodule\\.cache"),
            Rule.derived(
                            NAMES,
                            FilePattern.named("loaders.cache"),
                            Named.of("the list of image loaders", "|#.*|\"([^\"]+\\.so)\"|\"(?![^\"]*\\.so\"$).*"))
                    .matching("/usr/lib(?:32|64)?/(?:[\\w-]+/)?gdk-pixbuf-2\\.0/[\\d.]+/loaders\\.cache"),
            Rule.derived(
                            NAMES,
                            FilePattern.named("immodules.cache"),
                            Named.of("the list of input methods", "|#.*|\"([^\"]+\\.so)\" *|\"(?![^\"]*\\.so\" *$).*"))
                    .matching("/usr/lib(?:32|64)?/(?:[\\w-]+/)?gtk-[234]\\.0/[\\d.]+/immodules\\.cache"),
            Rule.volatileFile(
                            "cache.fonts",
                            FilePattern.below(
                                    "/var/cache/fontconfig", "/usr/lib/fontconfig/cache", "/root/.cache/fontconfig"),
                            new FontCache())
                    .matching(".*/[^/]+\\.cache-[^/]+"),
            Rule.volatileFile(
                            "cache.manuals",
                            FilePattern.below("/var/cache/man"),
                            Check.format(
                                    magic(
                                            "man-db's index of pages",
                                            "ce9a5713 cf9a5713 cd9a5713 d09a5713 d19a5713 13579ace 13579acf 13579acd 13579ad0 13579ad1")))
                    .matching("/var/cache/man/(?:[^/]+/)?index\\.db"),
            Rule.volatileFile(
                            "cache.tag",
                            FilePattern.named("CACHEDIR.TAG"),
                            Check.format(Format.lines(
                                    "mark of a cache directory", "Signature: 8a477f597d28d172789f06886806bc55|#.*|")))
                    .matching("/(?:var/cache|root/\\.cache)/.*"));

    /** Called by the service loader. */
    public Caches() {}

    @Override
    public String id() {
        return "jonah.provenance.caches";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        RULES.explain(scan, out);
    }

    private static Rule compiled(String path, Check check) {
        return Rule.derived(COMPILED, FilePattern.path(path), check);
    }

    private static Format magic(String what, String hex) {
        return Format.magic(what, hex);
    }

    private static @org.jspecify.annotations.Nullable String mimeCache(java.io.InputStream in, Books books)
            throws IOException {
        byte[] head = in.readNBytes(MimeCacheHeader.LENGTH);
        long size = head.length + in.skip(Long.MAX_VALUE / 2);
        return MimeCacheHeader.read(head, size) == null ? null : "database of file types";
    }
}
