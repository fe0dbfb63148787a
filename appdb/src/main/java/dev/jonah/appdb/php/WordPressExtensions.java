package dev.jonah.appdb.php;

import dev.jonah.appdb.php.format.WordPressHeader;
import dev.jonah.appdb.support.Directory;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plugins and themes of WordPress. */
final class WordPressExtensions {
    /** What describes itself by a header. */
    private enum Sort {
        PLUGIN("plugin"),
        THEME("theme");

        private final String word;

        Sort(String word) {
            this.word = word;
        }
    }

    private WordPressExtensions() {}

    /** Hands over those in a {@code wp-content} directory. */
    static void of(ImagePath content, ImagePath version, PackageScan scan, Consumer<SoftwarePackage> out)
            throws IOException {
        for (String directory : List.of("plugins", "mu-plugins")) {
            for (FileEntry each : scan.tree().children(content.resolve(directory))) {
                if (each.isDirectory()) {
                    for (FileEntry file : scan.tree().children(each.path())) {
                        if (extension(Sort.PLUGIN, file, each, version, scan, out)) {
                            break;
                        }
                    }
                } else {
                    extension(Sort.PLUGIN, each, each, version, scan, out);
                }
            }
        }
        for (FileEntry theme : scan.tree().children(content.resolve("themes"))) {
            FileEntry style =
                    scan.tree().find(theme.path().resolve("style.css")).orElse(null);
            if (theme.isDirectory() && style != null) {
                extension(Sort.THEME, style, theme, version, scan, out);
            }
        }
    }

    /** Hands over a plugin or theme if a file describes it; whether it does. */
    private static boolean extension(
            Sort sort,
            FileEntry file,
            FileEntry whole,
            ImagePath version,
            PackageScan scan,
            Consumer<SoftwarePackage> out)
            throws IOException {
        Content content = file.content();
        String extension = sort == Sort.THEME ? ".css" : ".php";
        if (content == null
                || !file.type().isRegular()
                || !file.path().fileName().endsWith(extension)) {
            return false;
        }
        WordPressHeader header = WordPressHeader.read(content.head(WordPressHeader.LENGTH));
        String title = header.get(sort.word + " name");
        String name = whole.path().fileName();
        String slug = name.endsWith(".php") ? name.substring(0, name.length() - ".php".length()) : name;
        if (title == null || !slug.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            return false;
        }
        SoftwarePackage.Builder builder = SoftwarePackage.of(
                        Purl.of("generic", slug)
                                .namespace("wordpress-" + sort.word)
                                .version(header.get("version"))
                                .build(),
                        Kind.APPLICATION,
                        file.path())
                .foundAt(version)
                .licenses(listed(header.get("license")))
                .description(header.get("description"))
                .homepage(header.get(sort.word + " uri"))
                .maintainer(header.get("author"))
                .dependencies(listed(header.get("requires plugins")))
                .extra("wordpress.name", title);
        if (scan.wantsFiles()) {
            claimBelow(
                    whole.path(),
                    "by directory: a " + sort.word + " of WordPress has no list of its files",
                    scan,
                    builder);
        }
        out.accept(builder.build());
        return true;
    }

    private static List<String> listed(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    /** Claims a file, which nothing but itself names, or what lies below a directory. */
    static void claimBelow(ImagePath top, String note, PackageScan scan, SoftwarePackage.Builder out) {
        if (scan.tree().find(top).filter(entry -> !entry.isDirectory()).isPresent()) {
            out.file(PackageFile.at(top, "wordpress.directory")
                    .byDirectory()
                    .note(note)
                    .build());
        }
        Directory.claim(top, scan.tree(), "wordpress.directory", note, other -> false, out::file);
    }
}
