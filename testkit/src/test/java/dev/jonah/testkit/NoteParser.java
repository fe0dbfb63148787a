package dev.jonah.testkit;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.support.StanzaReader;
import java.io.IOException;
import java.util.function.Consumer;

/** Files called {@code x.note} with the fields Name and Version. */
public final class NoteParser implements ManifestParser {
    @Override
    public String id() {
        return "acme.note";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(".note");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Content content = manifest.content();
        if (content == null) {
            return;
        }
        try (StanzaReader reader = new StanzaReader(content.open(), scan.limits(), false)) {
            StanzaReader.Stanza stanza = reader.read();
            String name = stanza == null ? null : stanza.text("Name");
            if (name == null) {
                scan.diagnostics().warning("acme.note.name", manifest.path(), "there is no name");
            } else {
                Purl purl =
                        Purl.of("generic", name).version(stanza.text("Version")).build();
                out.accept(SoftwarePackage.of(purl, SoftwarePackage.Kind.APPLICATION, manifest.path())
                        .build());
            }
        }
    }
}
