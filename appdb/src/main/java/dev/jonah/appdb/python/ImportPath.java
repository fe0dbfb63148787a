package dev.jonah.appdb.python;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the interpreter that has one directory of distributions on its path looks for others, as far as the layout tells:
 * tiers of directories, of which an earlier one hides a later one. A virtual environment sees those of the system only if its
 * {@code pyvenv.cfg} says so; {@code /usr} and {@code /usr/local} are one to the distributions' interpreters, and two where
 * {@code /usr/local} has an interpreter of its own.
 */
final class ImportPath {
    private static final ImagePath USR = ImagePath.of("/usr");
    private static final ImagePath USR_LOCAL = ImagePath.of("/usr/local");
    private static final int MOST_LINES = 1000;
    private static final int MOST_VERSIONS = 16;

    private final FileTree tree;
    private final PackageScan scan;
    private final List<List<ImagePath>> tiers = new ArrayList<>();

    private ImportPath(PackageScan scan) {
        this.scan = scan;
        this.tree = scan.tree();
    }

    /** The tiers for distributions in a directory, the one that counts first. */
    static List<List<ImagePath>> of(ImagePath directory, PackageScan scan) throws IOException {
        ImportPath path = new ImportPath(scan);
        SitePackages site = SitePackages.of(directory);
        if (site == null) {
            path.tiers.add(List.of(directory));
        } else if (site.prefix().equals(USR) || site.prefix().equals(USR_LOCAL)) {
            path.system(site);
        } else {
            path.tiers.add(site.directories());
            ImagePath home = path.systemOf(site.prefix());
            if (home != null) {
                path.system(new SitePackages(home, site.python()));
            }
        }
        return path.tiers;
    }

    private void system(SitePackages site) {
        boolean debian = site.version() == null;
        boolean apart =
                !debian && tree.find(USR_LOCAL.resolve("bin/" + site.python())).isPresent();
        if (apart || !(site.prefix().equals(USR) || site.prefix().equals(USR_LOCAL))) {
            tiers.add(site.directories());
            return;
        }
        List<ImagePath> local = new ArrayList<>();
        for (String python : debian ? versions() : List.of(site.python())) {
            local.addAll(new SitePackages(USR_LOCAL, python).directories());
        }
        tiers.add(local);
        List<ImagePath> usr = new ArrayList<>(new SitePackages(USR, site.python()).directories());
        if (!debian) {
            usr.add(USR.resolve("lib/python3/dist-packages"));
        }
        tiers.add(usr);
    }

    /** The versions of Python that have modules in {@code /usr/local} and no interpreter there. */
    private List<String> versions() {
        return tree.children(USR_LOCAL.resolve("lib")).stream()
                .map(child -> child.path().fileName())
                .filter(name -> name.startsWith("python3."))
                .filter(name -> tree.find(USR_LOCAL.resolve("bin/" + name)).isEmpty())
                .limit(MOST_VERSIONS)
                .toList();
    }

    /** The prefix of the interpreter whose packages a virtual environment sees, or null (docs.python.org, venv). */
    private @Nullable ImagePath systemOf(ImagePath environment) throws IOException {
        Content content = tree.resolveFile(environment.resolve("pyvenv.cfg"))
                .map(FileEntry::content)
                .orElse(null);
        if (content == null) {
            return null;
        }
        String home = null;
        boolean included = false;
        try (LineReader lines = new LineReader(content.open(), scan.limits())) {
            int left = MOST_LINES;
            for (String line = lines.readText(); line != null && left-- > 0; line = lines.readText()) {
                int equals = line.indexOf('=');
                String key = equals < 0 ? "" : line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String value = line.substring(equals + 1).strip();
                home = key.equals("home") ? value : home;
                included |= key.equals("include-system-site-packages") && value.equalsIgnoreCase("true");
            }
        } catch (LimitExceededException e) {
            return null;
        }
        // "home" is the directory of the interpreter: /usr/bin, or /usr/local/bin.
        return included && home != null && home.startsWith("/")
                ? ImagePath.of(home).parent()
                : null;
    }
}
