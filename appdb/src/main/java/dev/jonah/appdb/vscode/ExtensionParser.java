package dev.jonah.appdb.vscode;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.json.JsonObject;
import dev.jonah.appdb.support.Contents;
import dev.jonah.appdb.support.Directory;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds installed extensions of VS Code, code-server, VSCodium and the like, by the {@code package.json} in a directory
 * {@code extensions/<publisher>.<name>-<version>}. Those that come with the editor have no version in their directory's
 * name, and are parts of the editor.
 *
 * <p>Facts beyond those of every package: {@code vscode.name} (for people), {@code vscode.engine} (which versions of the
 * editor it needs), {@code vscode.state}: {@code listed} in {@code extensions.json} beside it, {@code unlisted}, or {@code
 * obsolete}, which the editor deletes at its next start.
 */
public final class ExtensionParser implements ManifestParser {
    private static final String MANIFEST = "package.json";

    /** Found as a service. */
    public ExtensionParser() {}

    @Override
    public String id() {
        return "jonah.appdb.vscode";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.named(MANIFEST);
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "VS Code",
                "`extensions/<publisher>.<name>-<version>/package.json` of VS Code, code-server and the like, and"
                        + " `extensions.json` beside it",
                "all that lies in the extension's directory but packages of Node in it",
                "**nothing**: no checksums are kept. What somebody adds to or changes in such a directory is `OWNED` like"
                        + " the rest");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath directory = manifest.path().parent();
        ImagePath extensions = directory == null ? null : directory.parent();
        // The name first: an image has thousands of files with the name of the manifest.
        if (directory == null
                || extensions == null
                || !extensions.name().latin1().equals("extensions")
                || directory.fileName().indexOf('.') < 0
                || !manifest.type().isRegular()) {
            return;
        }
        JsonObject description = read(manifest, scan);
        ExtensionPlace place = description == null ? null : ExtensionPlace.of(directory, description);
        if (place == null || description == null) {
            return;
        }
        Purl purl = purl(place, manifest.path(), scan);
        if (purl == null) {
            return;
        }
        String license = description.text("license");
        String title = description.text("displayName");
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, manifest.path())
                .licenses(license == null ? List.of() : List.of(license))
                .description(plain(description.text("description")))
                .homepage(description.text("homepage"))
                .maintainer(place.publisher())
                .dependencies(dependencies(description))
                .extra("vscode.name", plain(title))
                .extra("vscode.engine", description.object("engines").text("vscode"))
                .extra("vscode.state", ExtensionIndex.of(extensions, scan).state(place));
        if (scan.wantsFiles()) {
            Directory.claim(
                    directory,
                    scan.tree(),
                    "vscode.directory",
                    "by directory: an extension has no list of its files",
                    other -> other.name().latin1().equals("node_modules"),
                    builder::file);
        }
        out.accept(builder.build());
    }

    private static @Nullable JsonObject read(FileEntry manifest, PackageScan scan) throws IOException {
        try {
            return Contents.read(
                    manifest,
                    "vscode.extension.lost",
                    "vscode.extension.limit",
                    scan,
                    in -> JsonObject.read(in, scan.limits()));
        } catch (JacksonException e) {
            String message = manifest.path() + " cannot be read: " + e.getOriginalMessage();
            scan.diagnostics().warning("vscode.extension.json", manifest.path(), message);
            return null;
        }
    }

    private static @Nullable Purl purl(ExtensionPlace place, ImagePath path, PackageScan scan) {
        try {
            return Purl.of("vscode-extension", place.name())
                    .namespace(place.publisher())
                    .version(place.version())
                    .qualifier("platform", place.platform())
                    .build();
        } catch (IllegalArgumentException e) {
            String message = path + " describes what cannot be an extension: " + e.getMessage();
            scan.diagnostics().warning("vscode.extension.name", path, message);
            return null;
        }
    }

    /** Null for a key of a file of translations. */
    private static @Nullable String plain(@Nullable String text) {
        return text == null || text.startsWith("%") && text.endsWith("%") ? null : text;
    }

    private static List<String> dependencies(JsonObject description) {
        List<String> dependencies = new ArrayList<>(description.texts("extensionDependencies"));
        for (String packed : description.texts("extensionPack")) {
            dependencies.add(packed + " (pack)");
        }
        return dependencies;
    }
}
