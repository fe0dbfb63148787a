package dev.jonah.core.steps;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads manifests for tests, any file {@code *.lines}: a line {@code installed PURL} or {@code declared PURL} for each package,
 * with the instances that its dependencies mean behind it, each as {@code PATH} or {@code PATH=PURL}.
 */
public final class LinesManifests implements ManifestParser {
    private final String id;

    public LinesManifests() {
        this("test.manifests");
    }

    public LinesManifests(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(".lines");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        try (LineReader lines =
                new LineReader(Objects.requireNonNull(manifest.content()).open(), scan.limits())) {
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                List<String> words = List.of(line.split(" "));
                Kind kind = words.get(0).equals("declared") ? Kind.DECLARED : Kind.APPLICATION;
                SoftwarePackage.Builder found = SoftwarePackage.of(Purl.parse(words.get(1)), kind, manifest.path());
                for (String meant : words.subList(2, words.size())) {
                    int end = meant.indexOf('=');
                    found.resolved(
                            ImagePath.of(end < 0 ? meant : meant.substring(0, end)),
                            end < 0 ? null : Purl.parse(meant.substring(end + 1)));
                }
                out.accept(found.build());
            }
        }
    }
}
