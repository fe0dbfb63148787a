package dev.jonah.appdb.node;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.node.format.PackageJson;
import dev.jonah.appdb.node.format.PackageJsonReader;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains the links that package managers of Node make: to programs of packages ({@code node_modules/.bin}, the {@code bin}
 * beside a global {@code lib/node_modules}), and to whole packages (pnpm, workspaces). The package at the other end must say
 * the same: that it has this program, or this name.
 */
public final class NodeLinks implements Explainer {
    private static final long LARGEST = 16 << 20;

    /** Found as a service. */
    public NodeLinks() {}

    @Override
    public String id() {
        return "jonah.appdb.node-links";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.everything();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Map<ImagePath, Known> packages = new HashMap<>();
        for (Iterator<FileEntry> links = scan.candidates()
                        .filter(file -> file.type() == EntryType.SYMLINK)
                        .iterator();
                links.hasNext(); ) {
            FileEntry link = links.next();
            FileEntry target = scan.tree().resolve(link.path()).orElse(null);
            Evidence evidence = target == null
                    ? null
                    : target.isDirectory()
                            ? ofPackage(link, target, scan, packages)
                            : ofProgram(link, target, scan, packages);
            if (evidence != null) {
                out.accept(new Explanation(link.path(), Verdict.DERIVED, evidence));
            }
        }
    }

    /** What a directory says of itself; null if it is no package. */
    private record Known(@Nullable PackageJson json) {}

    private static @Nullable Evidence ofPackage(
            FileEntry link, FileEntry target, Scan scan, Map<ImagePath, Known> packages) throws IOException {
        Place place = Place.of(link.path());
        PackageJson json = place == null ? null : json(target.path(), scan, packages);
        return place != null && json != null && place.name().equals(json.name())
                ? Evidence.of(
                        "npm.link",
                        "link to the package " + json.name() + " that lies at " + target.path(),
                        target.path().resolve("package.json"))
                : null;
    }

    private static @Nullable Evidence ofProgram(
            FileEntry link, FileEntry target, Scan scan, Map<ImagePath, Known> packages) throws IOException {
        ImagePath parent = link.path().parent();
        if (parent == null
                || !(parent.fileName().equals(".bin") || parent.fileName().equals("bin"))) {
            return null;
        }
        for (ImagePath directory = target.path().parent(); directory != null; directory = directory.parent()) {
            if (Place.of(directory) == null) {
                continue;
            }
            PackageJson json = json(directory, scan, packages);
            String path = json == null ? null : json.programs().get(link.path().fileName());
            return json != null && path != null && target.path().equals(directory.resolve(relative(path)))
                    ? Evidence.of(
                            "npm.program",
                            "link to a program of the package " + json.name(),
                            directory.resolve("package.json"))
                    : null;
        }
        return null;
    }

    /** npm takes the package's directory for the root of such a path. */
    private static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static @Nullable PackageJson json(ImagePath directory, Scan scan, Map<ImagePath, Known> packages)
            throws IOException {
        Known known = packages.get(directory);
        if (known == null) {
            known = new Known(read(directory.resolve("package.json"), scan));
            packages.put(directory, known);
        }
        return known.json;
    }

    private static @Nullable PackageJson read(ImagePath path, Scan scan) throws IOException {
        FileEntry file = scan.tree().find(path).orElse(null);
        Content content = file == null || !file.type().isRegular() ? null : file.content();
        if (content == null || content.size() > LARGEST) {
            return null;
        }
        try {
            return PackageJsonReader.read(content.open());
        } catch (JacksonException e) {
            return null;
        }
    }
}
