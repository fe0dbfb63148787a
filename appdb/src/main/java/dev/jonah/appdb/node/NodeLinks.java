package dev.jonah.appdb.node;

import dev.jonah.appdb.node.format.PackageJson;
import dev.jonah.appdb.node.format.ShellShim;
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
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains the links that package managers of Node make: to programs of packages ({@code node_modules/.bin}, the {@code bin}
 * beside a global {@code lib/node_modules}), and to whole packages (pnpm, workspaces); and the scripts that pnpm writes in
 * place of the former. The package at the other end must say the same: that it has this program, or this name.
 */
public final class NodeLinks implements Explainer {
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
        Programs programs = new Programs(scan.tree());
        for (Iterator<FileEntry> files = scan.candidates()
                        .filter(file -> file.type() == EntryType.SYMLINK || isScriptOfProgram(file))
                        .iterator();
                files.hasNext(); ) {
            FileEntry file = files.next();
            Evidence evidence =
                    file.type() == EntryType.SYMLINK ? ofLink(file, scan, programs) : ofScript(file, scan, programs);
            if (evidence != null) {
                out.accept(new Explanation(file.path(), Verdict.DERIVED, evidence));
            }
        }
    }

    private static boolean isScriptOfProgram(FileEntry file) {
        ImagePath parent = file.type().isRegular() && file.size() <= ShellShim.LONGEST
                ? file.path().parent()
                : null;
        return parent != null && parent.latin1().endsWith("/node_modules/.bin");
    }

    private static @Nullable Evidence ofLink(FileEntry link, Scan scan, Programs programs) throws IOException {
        FileEntry target = scan.tree().resolve(link.path()).orElse(null);
        if (target == null) {
            return null;
        }
        if (target.isDirectory()) {
            return ofPackage(link, target, programs);
        }
        ImagePath parent = link.path().parent();
        boolean ofPrograms = parent != null
                && (parent.fileName().equals(".bin") || parent.fileName().equals("bin"));
        return ofPrograms ? ofProgram("link", link, target.path(), programs) : null;
    }

    private static @Nullable Evidence ofPackage(FileEntry link, FileEntry target, Programs programs)
            throws IOException {
        Place place = Place.of(link.path());
        PackageJson json = place == null ? null : programs.json(target.path());
        if (place == null || json == null || json.name() == null) {
            return null;
        }
        boolean alias = !place.name().equals(json.name());
        if (alias && !isAlias(place, json.name(), target.path(), programs)) {
            return null;
        }
        return Evidence.of(
                "npm.link",
                "link to the package " + json.name() + " that lies at " + target.path()
                        + (alias ? ", under the name that " + place.modules().parent() + " has for it" : ""),
                target.path().resolve("package.json"));
    }

    /** Whether whoever the link is for asks for the package under this name: {@code "short": "npm:long@1"}. */
    private static boolean isAlias(Place place, String name, ImagePath target, Programs programs) throws IOException {
        ImagePath project = place.modules().parent();
        PackageJson json = project == null ? null : programs.json(project);
        String range = json == null
                ? null
                : json.dependencies()
                        .getOrDefault(place.name(), json.optionalDependencies().get(place.name()));
        return Place.of(target) != null && range != null && range.startsWith("npm:" + name + "@");
    }

    private static @Nullable Evidence ofProgram(String what, FileEntry file, ImagePath target, Programs programs)
            throws IOException {
        ImagePath bin = file.path().parent();
        ImagePath links = bin != null && bin.fileName().equals(".bin") ? bin.parent() : null;
        ImagePath directory = programs.packageOf(target, file.path().fileName(), links);
        PackageJson json = directory == null ? null : programs.json(directory);
        return directory == null || json == null
                ? null
                : Evidence.of(
                        "npm.program",
                        what + " to a program of the package " + json.name(),
                        directory.resolve("package.json"));
    }

    private static @Nullable Evidence ofScript(FileEntry file, Scan scan, Programs programs) throws IOException {
        Content content = file.content();
        ImagePath directory = file.path().parent();
        ShellShim shim = content == null || directory == null
                ? null
                : ShellShim.parse(new String(content.head(ShellShim.LONGEST), StandardCharsets.UTF_8));
        if (shim == null || directory == null) {
            return null;
        }
        FileEntry target =
                scan.tree().resolveFile(directory.resolve(shim.target())).orElse(null);
        return target != null && isHarmless(shim, file, target, scan)
                ? ofProgram("script that leads", file, target.path(), programs)
                : null;
    }

    /** What the script passes on must be what the program itself says, and lead to no packages of others. */
    private static boolean isHarmless(ShellShim shim, FileEntry file, FileEntry target, Scan scan) throws IOException {
        Content program = target.content();
        if (!shim.arguments().isEmpty()) {
            String first = program == null
                    ? ""
                    : new String(program.head(1024), StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .orElse("");
            if (!first.startsWith("#!") || !first.endsWith(" " + shim.arguments())) {
                return false;
            }
        }
        ImagePath project = Place.project(file.path());
        for (String place : shim.nodePath()) {
            ImagePath path = ImagePath.of(place);
            ImagePath inside = path.resolve("x");
            boolean ofProject = inside.latin1().contains("/node_modules/")
                    && Place.project(inside).equals(project);
            if (!place.startsWith("/")
                    || !ofProject && scan.tree().resolve(path).isPresent()) {
                return false;
            }
        }
        return true;
    }
}
