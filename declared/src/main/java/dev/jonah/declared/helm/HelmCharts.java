package dev.jonah.declared.helm;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.helm.format.ChartReader;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Charts of Helm, by the file in which each describes itself, and those that were chosen for one. No type of package URL is
 * registered for them, so theirs is {@code generic} with the namespace {@code helm}. Further facts: {@code helm.app-version},
 * {@code helm.sources}.
 */
public final class HelmCharts implements ManifestParser {
    /** Found as a service. */
    public HelmCharts() {}

    @Override
    public String id() {
        return "jonah.declared.helm";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named("Chart.yaml", "Chart.lock").orPathSuffix("/requirements.lock");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Charts of Helm",
                "`Chart.yaml` of charts and of those in their `charts` directories, `Chart.lock` and `requirements.lock`;"
                        + " packed charts (`.tgz`) are not opened",
                "no file: a chart is a description that nobody signed, and says of no file that it is its own",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        if (!Places.insidePackages(manifest.path()) && isHelms(manifest, scan)) {
            boolean lock = manifest.path().fileName().endsWith(".lock");
            Declarations.read(
                    manifest, scan, lock ? ChartReader::readLock : ChartReader::readChart, HelmCharts::purl, out);
        }
    }

    /** Python's tools too write files called {@code requirements.lock}. */
    private static boolean isHelms(FileEntry manifest, PackageScan scan) {
        return !manifest.path().fileName().equals("requirements.lock")
                || manifest.path().parent() != null
                        && scan.tree()
                                .resolveFile(manifest.path().parent().resolve("Chart.yaml"))
                                .isPresent();
    }

    private static Purl.Builder purl(Declaration found) {
        return Purl.of("generic", found.name()).namespace("helm");
    }
}
