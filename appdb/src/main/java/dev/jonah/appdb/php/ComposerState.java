package dev.jonah.appdb.php;

import dev.jonah.appdb.php.format.ComposerInstallation;
import dev.jonah.appdb.php.format.ComposerPackage;
import dev.jonah.appdb.php.format.InstalledPhp;
import dev.jonah.appdb.php.format.PhpDataReader;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains what Composer writes beside packages and that is mere data: its records, and the lists of where classes and
 * functions are. A record must tell of packages that are there. A list must hold paths and no code, and the files that it has
 * loaded at every start must be accounted for, or the project's own.
 */
public final class ComposerState implements Explainer {
    /** Found as a service. */
    public ComposerState() {}

    @Override
    public String id() {
        return "jonah.appdb.composer-state";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.pathSuffix(
                "composer/installed.json",
                "composer/installed.php",
                "composer/autoload_classmap.php",
                "composer/autoload_files.php",
                "composer/autoload_namespaces.php",
                "composer/autoload_psr4.php",
                "composer/include_paths.php");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            Vendor vendor = file.type().isRegular() ? Vendor.of(file.path()) : null;
            if (vendor == null) {
                continue;
            }
            boolean isRecord = file.path().fileName().startsWith("installed.");
            Evidence evidence = isRecord ? ofRecord(file, vendor, scan) : ofList(file, vendor, scan);
            if (evidence != null) {
                out.accept(new Explanation(file.path(), isRecord ? Verdict.TRANSIENT : Verdict.DERIVED, evidence));
            }
        }
    }

    private static @Nullable Evidence ofRecord(FileEntry file, Vendor vendor, Scan scan) throws IOException {
        int packages = file.path().equals(vendor.php()) ? inPhp(vendor, scan) : inJson(vendor, scan);
        return packages == 0
                ? null
                : Evidence.of(
                        "composer.record",
                        "Composer's record of what it installed: " + packages + " packages of it are there",
                        file.path());
    }

    /** How many packages of the record are there. */
    private static int inJson(Vendor vendor, Scan scan) throws IOException {
        ComposerInstallation json = ComposerRecords.of(scan).json(vendor.json());
        return json == null
                ? 0
                : (int) json.packages().stream()
                        .filter(each -> isThere(each, vendor, scan))
                        .count();
    }

    private static int inPhp(Vendor vendor, Scan scan) throws IOException {
        InstalledPhp php = ComposerRecords.of(scan).php(vendor.php());
        return php == null
                ? 0
                : (int) php.packages().stream()
                        .filter(each -> !each.name().equals(php.root().name()))
                        .filter(each -> isThere(each.installPath(), vendor.records(), scan))
                        .count();
    }

    private static boolean isThere(ComposerPackage each, Vendor vendor, Scan scan) {
        return each.hasInstallPath()
                ? isThere(each.installPath(), vendor.records(), scan)
                : each.name() != null && isThere(each.name(), vendor.directory(), scan);
    }

    private static boolean isThere(@Nullable String path, ImagePath from, Scan scan) {
        return path != null && scan.tree().resolve(from.resolve(path)).isPresent();
    }

    private static @Nullable Evidence ofList(FileEntry file, Vendor vendor, Scan scan) throws IOException {
        Content content = file.content();
        if (content == null || inJson(vendor, scan) == 0) {
            return null;
        }
        List<RawText> paths;
        try {
            paths = PhpDataReader.readPaths(content.open(), scan.limits());
        } catch (LimitExceededException e) {
            scan.diagnostics().error("composer.record.limit", file.path(), file.path() + ": " + e.getMessage());
            return null;
        } catch (IOException moreThanData) {
            return null;
        }
        boolean isLoaded = file.path().fileName().equals("autoload_files.php");
        for (RawText path : paths) {
            ImagePath located = locate(path, vendor);
            if (located == null || isLoaded && !isAccounted(located, vendor, scan)) {
                return null;
            }
        }
        return Evidence.of(
                "composer.autoload",
                "Composer's list of " + paths.size() + " places of classes or functions; it holds paths and no code",
                file.path(),
                vendor.json());
    }

    private static @Nullable ImagePath locate(RawText path, Vendor vendor) {
        String text = path.latin1();
        String inVendor = "{$vendorDir}";
        boolean vendored = text.startsWith(inVendor);
        String rest = text.substring(text.indexOf('}') + 1);
        if (!rest.isEmpty() && !rest.startsWith("/") || rest.indexOf('{') >= 0) {
            return null;
        }
        ImagePath base = vendored ? vendor.directory() : vendor.project();
        ImagePath located = rest.isEmpty() ? base : base.resolve(RawText.ofLatin1(rest.substring(1)));
        return located.startsWith(vendor.project()) ? located : null;
    }

    private static boolean isAccounted(ImagePath path, Vendor vendor, Scan scan) {
        FileEntry file = scan.tree().resolveFile(path).orElse(null);
        if (file == null) {
            return false;
        }
        Verdict verdict = scan.verdict(file.path());
        return verdict == Verdict.VERIFIED
                || verdict == Verdict.OWNED
                || verdict == null && !path.startsWith(vendor.directory());
    }
}
