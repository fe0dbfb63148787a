package dev.jonah.testkit;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** The smallest database there can be: lines of {@code NAME VERSION FILE}. */
public final class ListDatabase implements PackageDatabase {
    static final ImagePath LIST = ImagePath.of("/var/db/list");

    @Override
    public String id() {
        return "acme.list";
    }

    @Override
    public boolean presentIn(FileTree tree) {
        return tree.resolveFile(LIST).isPresent();
    }

    @Override
    public void read(PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Optional<FileEntry> list = scan.tree().resolveFile(LIST);
        if (list.isEmpty()) {
            return;
        }
        try (LineReader lines = new LineReader(list.get().content().open(), scan.limits())) {
            String line;
            while ((line = lines.readText()) != null) {
                String[] words = line.split(" ");
                if (words.length == 3 && !words[0].isEmpty()) {
                    out.accept(SoftwarePackage.of(
                                    Purl.of("generic", words[0])
                                            .version(words[1])
                                            .build(),
                                    SoftwarePackage.Kind.SYSTEM,
                                    LIST)
                            .file(PackageFile.at(ImagePath.of(words[2]), "acme.list")
                                    .build())
                            .build());
                } else if (!line.isEmpty()) {
                    scan.diagnostics().warning("acme.list.line", LIST, "line " + lines.lineNumber() + " is no package");
                }
            }
        }
    }
}
