package dev.jonah.appdb.ruby;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a Ruby that somebody built, by {@code lib/ruby/3.1.0/x86_64-linux/rbconfig.rb}, which states how. It owns what the
 * build installs: program, libraries, headers and the standard library by directory, gems that came with it excepted. One
 * below {@code /usr} is the distribution's, whose package manager lists its files, and is passed over.
 */
public final class RubyRuntimeParser implements ManifestParser {
    private static final String NOTE = "by directory: where a build of Ruby installs it";

    /** Found as a service. */
    public RubyRuntimeParser() {}

    @Override
    public String id() {
        return "jonah.appdb.ruby-runtime";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("rbconfig.rb");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Ruby",
                "`rbconfig.rb` of a Ruby that was built, outside the places of distributions",
                "program, library, headers, manual pages and the standard library",
                "**nothing**: nobody recorded what they should contain");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath architecture = manifest.path().parent();
        ImagePath library = architecture == null ? null : architecture.parent();
        ImagePath ruby = library == null ? null : library.parent();
        ImagePath lib = ruby == null ? null : ruby.parent();
        ImagePath prefix = lib == null ? null : lib.parent();
        Content content = manifest.type().isRegular() ? manifest.content() : null;
        if (library == null
                || lib == null
                || prefix == null
                || content == null
                || !lib.latin1().endsWith("/lib")
                || !library.latin1().matches(".*/lib/ruby/[0-9]+\\.[0-9]+\\.[0-9]+")
                || prefix.isRoot()
                || prefix.latin1().contains("/lib/ruby/")
                || prefix.latin1().equals("/usr")) {
            return;
        }
        Map<String, String> settings = settings(content, scan);
        String version = version(settings);
        if (version == null) {
            scan.diagnostics()
                    .warning("ruby.version", manifest.path(), manifest.path() + " does not state a version of Ruby");
            return;
        }
        SoftwarePackage.Builder builder = SoftwarePackage.of(
                        Purl.of("generic", "ruby").version(version).build(), Kind.APPLICATION, manifest.path())
                .extra("ruby.patch-level", settings.get("PATCHLEVEL"))
                .extra("ruby.platform", settings.get("arch"));
        if (scan.wantsFiles()) {
            claim(prefix, lib, library, settings, scan, builder);
        }
        out.accept(builder.build());
    }

    /** The literals that it sets; nothing is computed. */
    private static Map<String, String> settings(Content content, PackageScan scan) throws IOException {
        Map<String, String> settings = new HashMap<>();
        String start = "CONFIG[\"";
        try (LineReader lines = new LineReader(content.open(), scan.limits())) {
            String line;
            while ((line = lines.readText()) != null) {
                String text = line.strip();
                int middle = text.indexOf("\"] = \"");
                if (text.startsWith(start) && middle > 0 && text.endsWith("\"") && text.length() > middle + 6) {
                    settings.putIfAbsent(
                            text.substring(start.length(), middle), text.substring(middle + 6, text.length() - 1));
                }
            }
        }
        return settings;
    }

    private static @Nullable String version(Map<String, String> settings) {
        String version = settings.get("MAJOR") + "." + settings.get("MINOR") + "." + settings.get("TEENY");
        return version.matches("[0-9]+\\.[0-9]+\\.[0-9]+") ? version : null;
    }

    private static void claim(
            ImagePath prefix,
            ImagePath lib,
            ImagePath library,
            Map<String, String> settings,
            PackageScan scan,
            SoftwarePackage.Builder out)
            throws IOException {
        String version = library.name().latin1();
        String series = settings.get("MAJOR") + "." + settings.get("MINOR");
        Claims claims = new Claims(scan.tree());
        for (String name :
                new String[] {"bin/ruby", "bin/gem", "lib/libruby-static.a", "lib/pkgconfig/ruby-" + series + ".pc"}) {
            claims.addPresent(prefix.resolve(name), "ruby.build", NOTE);
        }
        for (FileEntry file : scan.tree().children(lib)) {
            if (file.path().fileName().startsWith("libruby.so")) {
                claims.addPresent(file.path(), "ruby.build", NOTE);
            }
        }
        for (FileEntry page : scan.tree().children(prefix.resolve("share/man/man1"))) {
            if (page.path().fileName().matches("(ruby|irb|erb|ri)\\.1(\\.gz)?")) {
                claims.addPresent(page.path(), "ruby.build", NOTE);
            }
        }
        claims.addBelow(prefix.resolve("include/ruby-" + version), "ruby.build", NOTE);
        claims.addBelow(library, "ruby.build", NOTE);
        Set<ImagePath> others = DefaultGems.claimed(library.resolve("../gems/" + version), scan);
        claims.files().stream().filter(file -> !others.contains(file.path())).forEach(out::file);
    }
}
