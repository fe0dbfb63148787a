package dev.jonah.appdb.php;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.php.format.ComposerInstallation;
import dev.jonah.appdb.php.format.ComposerPackage;
import dev.jonah.appdb.php.format.InstalledJsonReader;
import dev.jonah.appdb.php.format.InstalledPhp;
import dev.jonah.appdb.php.format.PhpDataReader;
import dev.jonah.appdb.support.Contents;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Explainer;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the records of Composer in an image; what is wrong with one is a diagnostic. */
record ComposerRecords(FileTree tree, Limits limits, Diagnostics diagnostics) {
    /** For explainers, to whom a limit matters; what else is wrong is reported where packages are read. */
    static ComposerRecords of(Explainer.Scan scan) {
        return new ComposerRecords(scan.tree(), scan.limits(), diagnostic -> {
            if (diagnostic.code().equals("composer.record.limit")) {
                scan.diagnostics().report(diagnostic);
            }
        });
    }

    /** The record of a directory of packages: {@code installed.json}, else {@code installed.php}; null without either. */
    @Nullable
    ComposerInstallation installation(Vendor vendor) throws IOException {
        if (tree.find(vendor.json()).filter(file -> file.type().isRegular()).isPresent()) {
            return json(vendor.json());
        }
        InstalledPhp php = php(vendor.php());
        return php == null ? null : asInstallation(php);
    }

    /** An {@code installed.json}, or null. */
    @Nullable
    ComposerInstallation json(ImagePath path) throws IOException {
        return read(path, InstalledJsonReader::read);
    }

    /** An {@code installed.php}, or null. */
    @Nullable
    InstalledPhp php(ImagePath path) throws IOException {
        return read(path, in -> PhpDataReader.readInstalled(in, limits));
    }

    /** The {@code composer.json} of a project, or null. */
    @Nullable
    ComposerPackage project(Vendor vendor) throws IOException {
        return read(Vendor.description(vendor.project()), InstalledJsonReader::readProject);
    }

    private <T> @Nullable T read(ImagePath path, Contents.Reader<T> reader) throws IOException {
        Content content = content(path);
        if (content == null) {
            return null;
        }
        try {
            return reader.read(content.open());
        } catch (LimitExceededException e) {
            diagnostics.error("composer.record.limit", path, path + ": " + e.getMessage());
        } catch (JacksonException e) {
            damaged(path, e.getOriginalMessage());
        } catch (IOException e) {
            damaged(path, e.getMessage());
        }
        return null;
    }

    private void damaged(ImagePath path, @Nullable String why) {
        diagnostics.warning("composer.record", path, path + " cannot be read: " + why);
    }

    private @Nullable Content content(ImagePath path) {
        FileEntry file = tree.find(path).orElse(null);
        if (file == null || !file.type().isRegular()) {
            return null;
        }
        Content content = file.content();
        if (content == null) {
            diagnostics.error("composer.record.lost", path, path + " has lost its bytes");
            return null;
        }
        if (content.size() > limits.get(Limits.Name.PARSER_BYTES)) {
            diagnostics.error("composer.record.limit", path, path + " is too large to be read");
            return null;
        }
        return content;
    }

    /** What {@code installed.php} tells less is not known then. */
    private static ComposerInstallation asInstallation(InstalledPhp php) {
        List<ComposerPackage> packages = new ArrayList<>();
        Set<String> development = new HashSet<>();
        for (InstalledPhp.Entry entry : php.packages()) {
            if (entry.version() == null || entry.name().equals(php.root().name())) {
                continue;
            }
            if (entry.development()) {
                development.add(ComposerNames.key(entry.name()));
            }
            ComposerPackage.Origin origin =
                    entry.reference() == null ? null : new ComposerPackage.Origin(null, null, entry.reference(), null);
            packages.add(new ComposerPackage(
                    entry.name(),
                    entry.version(),
                    entry.type(),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    origin,
                    null,
                    null,
                    entry.installPath(),
                    true));
        }
        return new ComposerInstallation(packages, development);
    }
}
