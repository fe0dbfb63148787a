package dev.jonah.appdb.node;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds Node itself as its archives unpack it: by {@code include/node/node_version.h}, which states the version. It owns
 * what the archives put beside that: the program, headers and documentation, none of it verified.
 */
public final class NodeRuntimeParser implements ManifestParser {
    private static final List<String> FILES = List.of(
            "bin/node",
            "bin/nodejs",
            "share/man/man1/node.1",
            "share/systemtap/tapset/node.stp",
            "share/doc/node/gdbinit",
            "share/doc/node/lldb_commands.py");
    // At the top of the prefix, where other software could have files of these names: only beside each other.
    private static final List<String> NOTES = List.of("CHANGELOG.md", "LICENSE", "README.md");

    /** Found as a service. */
    public NodeRuntimeParser() {}

    @Override
    public String id() {
        return "jonah.appdb.node-runtime";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Node itself",
                "`include/node/node_version.h`",
                "what Node's archives put beside it: the program, headers, notes",
                "**nothing**: nobody recorded what they should contain");
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.pathSuffix("include/node/node_version.h");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Content content = manifest.content();
        ImagePath headers = manifest.path().parent();
        ImagePath include = headers == null ? null : headers.parent();
        ImagePath prefix = include == null ? null : include.parent();
        if (content == null || headers == null || prefix == null) {
            return;
        }
        String[] version = new String[3];
        try (LineReader lines = new LineReader(content.open(), scan.limits())) {
            String line;
            while ((line = lines.readText()) != null) {
                String[] words = line.strip().split("\\s+");
                if (words.length == 3 && words[0].equals("#define") && words[2].matches("\\d{1,6}")) {
                    int part = List.of("NODE_MAJOR_VERSION", "NODE_MINOR_VERSION", "NODE_PATCH_VERSION")
                            .indexOf(words[1]);
                    if (part >= 0) {
                        version[part] = words[2];
                    }
                }
            }
        }
        if (version[0] == null || version[1] == null || version[2] == null) {
            scan.diagnostics()
                    .warning("node.version", manifest.path(), manifest.path() + " does not state a version of Node");
            return;
        }
        SoftwarePackage.Builder builder = SoftwarePackage.of(
                Purl.of("generic", "node").version(String.join(".", version)).build(),
                Kind.APPLICATION,
                manifest.path());
        claim(prefix, headers, scan, builder);
        out.accept(builder.build());
    }

    private static void claim(ImagePath prefix, ImagePath headers, PackageScan scan, SoftwarePackage.Builder out) {
        for (FileEntry header : OwnedFiles.of(headers, scan.tree())) {
            out.file(promise(header.path()).byDirectory().build());
        }
        for (String name : FILES) {
            claim(prefix.resolve(name), scan, out);
        }
        if (NOTES.stream()
                .allMatch(name -> scan.tree().find(prefix.resolve(name)).isPresent())) {
            NOTES.forEach(name -> claim(prefix.resolve(name), scan, out));
        }
    }

    private static void claim(ImagePath path, PackageScan scan, SoftwarePackage.Builder out) {
        if (scan.tree().find(path).filter(entry -> !entry.isDirectory()).isPresent()) {
            out.file(promise(path).build());
        }
    }

    private static PackageFile.Builder promise(ImagePath path) {
        return PackageFile.at(path, "node.archive").note("where the archives of Node have it");
    }
}
