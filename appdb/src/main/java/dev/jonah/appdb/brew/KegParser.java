package dev.jonah.appdb.brew;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.brew.format.FormulaFacts;
import dev.jonah.appdb.brew.format.InstallReceipt;
import dev.jonah.appdb.support.Contents;
import dev.jonah.appdb.support.Directory;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what Homebrew installed, by {@code Cellar/<formula>/<version>/INSTALL_RECEIPT.json}.
 *
 * <p>Facts beyond those of every package: {@code brew.bottle} (it was downloaded built), {@code brew.on-request},
 * {@code brew.version} (of Homebrew).
 */
public final class KegParser implements ManifestParser {
    /** Found as a service. */
    public KegParser() {}

    @Override
    public String id() {
        return "jonah.appdb.brew";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("INSTALL_RECEIPT.json");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Homebrew",
                "`Cellar/<formula>/<version>/INSTALL_RECEIPT.json` and the formula beside it",
                "all that lies in the keg, and the links in the prefix that lead into it",
                "**nothing**: what somebody adds to or changes in a keg is `OWNED` like the rest");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath path = manifest.path();
        ImagePath keg = path.parent();
        ImagePath formula = keg == null ? null : keg.parent();
        ImagePath cellar = formula == null ? null : formula.parent();
        if (keg == null
                || formula == null
                || cellar == null
                || !cellar.fileName().equals("Cellar")
                || !manifest.type().isRegular()) {
            return;
        }
        InstallReceipt receipt = read(manifest, scan);
        if (receipt == null) {
            return;
        }
        Purl purl;
        try {
            String tap = receipt.tap();
            Purl.Builder named = Purl.of("brew", formula.fileName()).version(keg.fileName());
            purl = (tap == null || tap.equals("homebrew/core") ? named : named.namespace(tap)).build();
        } catch (IllegalArgumentException e) {
            scan.diagnostics().warning("brew.receipt.name", path, path + " is of no formula: " + e.getMessage());
            return;
        }
        FormulaFacts facts = facts(keg, formula.fileName(), scan);
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, path)
                .licenses(facts.license() == null ? List.of() : List.of(facts.license()))
                .description(facts.description())
                .homepage(facts.homepage())
                .extra("brew.bottle", receipt.pouredFromBottle() ? "true" : null)
                .extra("brew.on-request", receipt.onRequest() ? "true" : null)
                .extra("brew.version", receipt.homebrewVersion());
        dependencies(receipt, cellar, scan.tree(), builder);
        if (scan.wantsFiles()) {
            Directory.claim(
                    keg,
                    scan.tree(),
                    "brew.keg",
                    "by directory: a keg has no list of its files",
                    other -> false,
                    builder::file);
            for (ImagePath link : Prefix.of(cellar, scan).links().getOrDefault(keg, List.of())) {
                builder.file(PackageFile.at(link, "brew.link")
                        .note("a link into the keg")
                        .source(path)
                        .build());
            }
        }
        out.accept(builder.build());
    }

    private static @Nullable InstallReceipt read(FileEntry manifest, PackageScan scan) throws IOException {
        ImagePath path = manifest.path();
        Content content = Contents.of(manifest, "brew.receipt.lost", scan);
        if (content == null) {
            return null;
        }
        try {
            return InstallReceipt.read(content.open(), scan.limits());
        } catch (JacksonException e) {
            scan.diagnostics().warning("brew.receipt.json", path, path + " cannot be read: " + e.getOriginalMessage());
            return null;
        }
    }

    private static FormulaFacts facts(ImagePath keg, String formula, PackageScan scan) throws IOException {
        ImagePath path = keg.resolve(".brew/" + formula + ".rb");
        Content content = scan.tree().resolveFile(path).map(FileEntry::content).orElse(null);
        try {
            return content == null
                    ? new FormulaFacts(null, null, null)
                    : FormulaFacts.read(content.open(), scan.limits());
        } catch (LimitExceededException e) {
            scan.diagnostics().warning("brew.formula.limit", path, path + " was not read: " + e.getMessage());
            return new FormulaFacts(null, null, null);
        }
    }

    private static void dependencies(
            InstallReceipt receipt, ImagePath cellar, FileTree tree, SoftwarePackage.Builder out) {
        List<String> dependencies = new ArrayList<>();
        for (Map.Entry<String, String> dependency :
                receipt.runtimeDependencies().entrySet()) {
            String fullName = dependency.getKey();
            String version = dependency.getValue();
            dependencies.add(version.isEmpty() ? fullName : fullName + " " + version);
            ImagePath other = cellar.resolve(
                    fullName.substring(fullName.lastIndexOf('/') + 1) + "/" + version + "/INSTALL_RECEIPT.json");
            if (!version.isEmpty() && tree.resolveFile(other).isPresent()) {
                out.resolved(other, null);
            }
        }
        out.dependencies(dependencies);
    }
}
