package dev.jonah.declared.golang;

import dev.jonah.declared.Declarations;
import dev.jonah.declared.Places;
import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.golang.format.GoModReader;
import dev.jonah.declared.golang.format.GoSumReader;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** Declared modules of {@code go.mod}, with the checksums that {@code go.sum} beside it has of them. */
public final class GoModules implements ManifestParser {
    /** Found as a service. */
    public GoModules() {}

    @Override
    public String id() {
        return "jonah.declared.golang";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.pathSuffix("/go.mod");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Module files of Go",
                "`go.mod`, with its replacements; `go.sum` beside it for checksums only, since it lists more than is used",
                "no file: these modules are declared, not built in",
                "nothing");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath directory = manifest.path().parent();
        if (directory == null || Places.insidePackages(manifest.path())) {
            return;
        }
        Map<String, String> sums = sums(directory.resolve("./go.sum"), scan);
        Declarations.read(
                manifest,
                scan,
                (in, limits, findings) -> GoModReader.read(in, limits, sums, findings),
                GoModules::purl,
                out);
    }

    private static Map<String, String> sums(ImagePath path, PackageScan scan) throws IOException {
        FileEntry entry = scan.tree().find(path).orElse(null);
        Content content = entry == null ? null : entry.content();
        return content == null ? Map.of() : GoSumReader.read(content.open(), scan.limits());
    }

    private static Purl.Builder purl(Declaration found) {
        int slash = found.name().lastIndexOf('/');
        return Purl.of("golang", found.name().substring(slash + 1))
                .namespace(slash < 0 ? null : found.name().substring(0, slash));
    }
}
