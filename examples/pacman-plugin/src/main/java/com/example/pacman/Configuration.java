package com.example.pacman;

import com.example.pacman.format.ConfigurationReader;
import com.example.pacman.format.ConfigurationReader.Directive;
import com.example.pacman.format.Wildcards;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** What {@code /etc/pacman.conf} and the files that it includes say about the files of packages. */
final class Configuration {
    private static final ImagePath MAIN = ImagePath.of("/etc/pacman.conf");
    private static final int DEEPEST = 10;
    private static final int MOST_FILES = 1000;
    private static final int MOST_RULES = 10_000;

    private final PathRules noExtract = new PathRules();
    private final PathRules noUpgrade = new PathRules();
    private final PackageScan scan;
    private final Wildcards wildcards = new Wildcards();
    private int files;
    private int rules;

    private Configuration(PackageScan scan) {
        this.scan = scan;
    }

    /** Reads it; there may be none. */
    static Configuration read(PackageScan scan) {
        Configuration configuration = new Configuration(scan);
        if (scan.tree().resolve(MAIN).isPresent()) {
            configuration.readFile(MAIN, "", 0);
        }
        return configuration;
    }

    /** What is never unpacked. */
    PathRules noExtract() {
        return noExtract;
    }

    /** What later versions of a package do not replace. */
    PathRules noUpgrade() {
        return noUpgrade;
    }

    private void readFile(ImagePath path, String section, int depth) {
        FileEntry file = scan.tree().resolveFile(path).orElse(null);
        if (file == null || depth > DEEPEST || ++files > MOST_FILES) {
            String why = file == null ? "is not there" : "is one of too many that include each other";
            scan.diagnostics().warning("pacman.configuration", path, "cannot be read: it " + why);
            return;
        }
        try (ConfigurationReader reader = new ConfigurationReader(open(file), scan.limits(), section)) {
            Directive directive;
            while ((directive = reader.read()) != null) {
                if (directive.key().equals("Include")) {
                    include(directive, depth);
                } else if (directive.section().equals("options")) {
                    option(directive, path);
                }
            }
        } catch (IOException e) {
            scan.diagnostics().error("pacman.configuration", path, "cannot be read to its end: " + e.getMessage());
        }
    }

    private static java.io.InputStream open(FileEntry file) throws IOException {
        return Objects.requireNonNull(file.content()).open();
    }

    private void option(Directive directive, ImagePath file) throws IOException {
        PathRules to = directive.key().equals("NoExtract")
                ? noExtract
                : directive.key().equals("NoUpgrade") ? noUpgrade : null;
        if (to == null) {
            return;
        }
        for (String pattern : directive.value().split("\\s+")) {
            if (++rules > MOST_RULES) {
                throw new IOException("more than " + MOST_RULES + " patterns");
            }
            if (!pattern.isEmpty()) {
                to.add(new PathRules.Rule(directive.key(), pattern, file, directive.line()));
            }
        }
    }

    /** The name of the file may have wildcards. */
    private void include(Directive directive, int depth) {
        ImagePath path = ImagePath.of(directive.value());
        String name = path.fileName();
        if (name.chars().noneMatch(c -> c == '*' || c == '?' || c == '[')) {
            readFile(path, directive.section(), depth + 1);
            return;
        }
        FileTree tree = scan.tree();
        ImagePath parent = path.parent();
        List<FileEntry> children = tree.resolve(parent == null ? ImagePath.ROOT : parent)
                .map(directory -> tree.children(directory.path()))
                .orElse(List.of());
        for (FileEntry child : children) {
            String childName = child.path().fileName();
            if (!childName.startsWith(".") && wildcards.matches(name, childName)) {
                readFile(child.path(), directive.section(), depth + 1);
            }
        }
    }
}
