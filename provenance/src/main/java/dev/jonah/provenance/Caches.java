package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.provenance.format.ConversionCache;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains databases that tools compile from files of packages: each has the format of its kind, lies in its place, and
 * packages own files there that it can be made of, or all files that it names. What is compiled is not compared with what it
 * is compiled from.
 */
public final class Caches implements Explainer {
    private static final String COMPILED = "cache.compiled";
    private static final String NAMES = "cache.names";

    private static final Rules RULES = Rules.of(
            compiled("/usr/share/glib-2.0/schemas/gschemas.compiled", new CompiledSettings()),
            Rule.derived(
                    COMPILED,
                    FilePattern.path("/usr/share/mime/mime.cache", "/usr/local/share/mime/mime.cache"),
                    Beside.of(CompiledFormats.types(), "packages", ".*\\.xml")),
            Rule.derived(
                            COMPILED,
                            FilePattern.named("icon-theme.cache"),
                            Beside.of(CompiledFormats.icons(), ".", "index\\.theme"))
                    .matching("/usr/share/icons/[^/]+/icon-theme\\.cache"),
            Rule.derived(NAMES, FilePattern.named("gconv-modules.cache"), Caches::conversions)
                    .matching("/(?:usr/)?lib(?:32|64|x32)?/(?:[\\w-]+/)?gconv/gconv-modules\\.cache"),
            Rule.derived(
                    COMPILED,
                    FilePattern.path("/usr/lib/udev/hwdb.bin", "/lib/udev/hwdb.bin"),
                    Beside.of(CompiledFormats.hardware(), "hwdb.d", ".*\\.hwdb")),
            compiled("/etc/udev/hwdb.bin", Beside.of(CompiledFormats.hardware(), "/usr/lib/udev/hwdb.d", ".*\\.hwdb")),
            compiled(
                    "/var/lib/systemd/catalog/database",
                    Beside.of(CompiledFormats.messages(), "/usr/lib/systemd/catalog", ".*\\.catalog")),
            Rule.derived(
                    COMPILED,
                    FilePattern.path("/usr/lib/locale/locale-archive"),
                    Beside.of(
                            Format.magic("archive of compiled locales", "090102de de020109"),
                            "/usr/share/i18n/locales",
                            ".*")),
            Rule.derived(
                            NAMES,
                            FilePattern.named("giomodule.cache"),
                            Named.of("the list of modules of GIO", "|#.*|([\\w.+-]+\\.so): [\\w, .-]*"))
                    .matching("/usr/lib(?:32|64)?/(?:[\\w-]+/)?gio/modules/giomodule\\.cache"),
            Rule.derived(NAMES, FilePattern.named("loaders.cache"), new Modules("the list of image loaders"))
                    .matching("/usr/lib(?:32|64)?/(?:[\\w-]+/)?gdk-pixbuf-2\\.0/[\\d.]+/loaders\\.cache"),
            Rule.derived(NAMES, FilePattern.named("immodules.cache"), new Modules("the list of input methods"))
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
                            Check.format(CompiledFormats.manuals()))
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

    private static @Nullable Finding conversions(FileEntry entry, Books books) throws IOException {
        byte[] bytes = books.bytes(entry);
        ImagePath parent = entry.path().parent();
        if (bytes == null || parent == null) {
            return null;
        }
        Set<ImagePath> modules = new TreeSet<>();
        for (String name : ConversionCache.read(bytes).modules()) {
            String module = name.endsWith(".so") ? name : name + ".so";
            FileEntry file = books.accountedFile(parent.resolve(RawText.ofLatin1(module)));
            if (file == null) {
                return null;
            }
            modules.add(file.path());
        }
        return modules.isEmpty()
                ? null
                : Finding.of("the cache of " + modules.size() + " conversions, all of packages", modules);
    }
}
