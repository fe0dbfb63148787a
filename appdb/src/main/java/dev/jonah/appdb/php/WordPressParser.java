package dev.jonah.appdb.php;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds WordPress by the file that states its version, and the plugins and themes beside it by the headers in which they
 * describe themselves. There is no registered type of package URL for them, so theirs is {@code generic}.
 *
 * <p>Facts beyond those of every package: {@code wordpress.name} (title of a plugin or theme), {@code wordpress.locale}.
 */
public final class WordPressParser implements ManifestParser {
    private static final String VERSION = "wp-includes/version.php";
    private static final List<String> TOP = List.of(
            "index.php",
            "license.txt",
            "readme.html",
            "wp-activate.php",
            "wp-app.php",
            "wp-blog-header.php",
            "wp-comments-post.php",
            "wp-config-sample.php",
            "wp-cron.php",
            "wp-links-opml.php",
            "wp-load.php",
            "wp-login.php",
            "wp-mail.php",
            "wp-settings.php",
            "wp-signup.php",
            "wp-trackback.php",
            "xmlrpc.php");

    /** Found as a service. */
    public WordPressParser() {}

    @Override
    public String id() {
        return "jonah.appdb.wordpress";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.pathSuffix(VERSION);
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "PHP",
                "WordPress: `wp-includes/version.php`, and the headers of plugins and themes in `wp-content` beside it",
                "`wp-includes`, `wp-admin` and the files that WordPress has beside them; the directory of a plugin or"
                        + " theme",
                "**nothing**: WordPress keeps no checksums");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath includes = manifest.path().parent();
        ImagePath top = includes == null ? null : includes.parent();
        Content content = manifest.type().isRegular() ? manifest.content() : null;
        // A copy inside a part of another one is a part of that.
        if (top == null
                || content == null
                || top.latin1().contains("/wp-includes")
                || top.latin1().contains("/wp-content/")) {
            return;
        }
        String version = null;
        String locale = null;
        try (LineReader lines = new LineReader(content.open(), scan.limits())) {
            String line;
            while ((line = lines.readText()) != null) {
                version = version == null ? assigned(line, "$wp_version") : version;
                locale = locale == null ? assigned(line, "$wp_local_package") : locale;
            }
        }
        if (version == null) {
            scan.diagnostics()
                    .warning(
                            "wordpress.version",
                            manifest.path(),
                            manifest.path() + " does not state a version of WordPress");
            return;
        }
        SoftwarePackage.Builder core = SoftwarePackage.of(
                        Purl.of("generic", "wordpress").version(version).build(), Kind.APPLICATION, manifest.path())
                .extra("wordpress.locale", locale);
        if (scan.wantsFiles()) {
            claim(top, scan, core);
        }
        out.accept(core.build());
        WordPressExtensions.of(top.resolve("wp-content"), manifest.path(), scan, out);
    }

    private static void claim(ImagePath top, PackageScan scan, SoftwarePackage.Builder out) throws IOException {
        String note = "by directory: WordPress keeps no list of its files";
        for (String directory : List.of("wp-includes", "wp-admin")) {
            WordPressExtensions.claimBelow(top.resolve(directory), note, scan, out);
        }
        for (String name : TOP) {
            ImagePath path = top.resolve(name);
            if (scan.tree().find(path).filter(file -> !file.isDirectory()).isPresent()) {
                out.file(PackageFile.at(path, "wordpress.directory")
                        .note("by name: WordPress keeps no list of its files")
                        .build());
            }
        }
        // So that nobody lists these directories; with any other content they are somebody else's.
        for (String name : List.of("", "plugins/", "themes/")) {
            FileEntry index = scan.tree()
                    .find(top.resolve("wp-content/" + name + "index.php"))
                    .orElse(null);
            if (index != null && index.content() != null && isSilent(index.content())) {
                out.file(PackageFile.at(index.path(), "wordpress.directory")
                        .note("by name: WordPress keeps no list of its files")
                        .build());
            }
        }
    }

    private static boolean isSilent(Content content) throws IOException {
        return RawText.of(content.head(64)).latin1().strip().equals("<?php\n// Silence is golden.");
    }

    /** The text that a line assigns to a variable, or null. */
    private static @Nullable String assigned(String line, String variable) {
        String[] parts = line.strip().split("\\s*=\\s*", 2);
        if (parts.length < 2 || !parts[0].equals(variable) || parts[1].length() < 3) {
            return null;
        }
        char quote = parts[1].charAt(0);
        int end = parts[1].indexOf(quote, 1);
        String value = quote != '\'' && quote != '"' || end < 0 ? "" : parts[1].substring(1, end);
        return value.matches("[A-Za-z0-9][A-Za-z0-9._+-]*") ? value : null;
    }
}
