package dev.jonah.appdb.python;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains how setuptools puts distributions on the path that lie elsewhere: {@code NAME.egg-link}, which must name the
 * directory with the metadata of that distribution, and {@code easy-install.pth}, each line of which must name such a directory
 * or an egg. Statements, which Python runs at each start, are none but the two that setuptools writes.
 */
public final class PythonLinks implements Explainer {
    private static final Set<String> STATEMENTS = Set.of(
            "import sys; sys.__plen = len(sys.path)",
            "import sys; new=sys.path[sys.__plen:]; del sys.path[sys.__plen:];"
                    + " p=getattr(sys,'__egginsert',0); sys.path[p:p]=new; sys.__egginsert = p+len(new)");

    /** Found as a service. */
    public PythonLinks() {}

    @Override
    public String id() {
        return "jonah.appdb.python-links";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.named("easy-install.pth").orSuffix(".egg-link");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            List<RawText> lines =
                    file.type().isRegular() ? EasyInstall.lines(file, scan.limits(), scan.diagnostics()) : null;
            if (lines == null || lines.isEmpty()) {
                continue;
            }
            List<ImagePath> inputs = file.path().fileName().equals("easy-install.pth")
                    ? paths(file.path(), lines, scan)
                    : link(file.path(), lines, scan);
            if (inputs != null && !inputs.isEmpty()) {
                out.accept(new Explanation(
                        file.path(),
                        Verdict.DERIVED,
                        new Evidence("python.easy-install", "it names distributions that are there", inputs)));
            }
        }
    }

    /** The metadata that an {@code .egg-link} leads to; null if it is none. */
    private static @Nullable List<ImagePath> link(ImagePath file, List<RawText> lines, Scan scan) {
        // The second line leads from the metadata to the directory with setup.py.
        if (lines.size() > 2 || lines.size() == 2 && !lines.get(1).latin1().matches("\\.|(\\.\\./?)+")) {
            return null;
        }
        String name = file.fileName().substring(0, file.fileName().length() - ".egg-link".length());
        ImagePath directory = file.resolve("..").resolve(lines.get(0));
        for (String label : List.of(name, name.replace('-', '_'))) {
            ImagePath metadata = directory.resolve(label + ".egg-info/PKG-INFO");
            if (isOfPackage(metadata, scan)) {
                return List.of(metadata);
            }
        }
        return null;
    }

    private static @Nullable List<ImagePath> paths(ImagePath file, List<RawText> lines, Scan scan) {
        List<ImagePath> inputs = new ArrayList<>();
        for (RawText line : lines) {
            if (EasyInstall.isStatement(line)) {
                if (!STATEMENTS.contains(line.toString())) {
                    return null;
                }
                continue;
            }
            ImagePath metadata = metadata(file.resolve("..").resolve(line), scan);
            if (metadata == null) {
                return null;
            }
            inputs.add(metadata);
        }
        return inputs;
    }

    /** What makes a path that of an egg, zipped or not, or of a directory that is used in place; null if nothing does. */
    private static @Nullable ImagePath metadata(ImagePath path, Scan scan) {
        FileTree tree = scan.tree();
        for (ImagePath candidate : List.of(path, path.resolve("EGG-INFO/PKG-INFO"))) {
            if (isOfPackage(candidate, scan)) {
                return candidate;
            }
        }
        for (FileEntry child : tree.children(tree.canonical(path.resolve("x")).resolve(".."))) {
            ImagePath manifest = child.path().resolve("PKG-INFO");
            if (child.path().fileName().endsWith(".egg-info") && isOfPackage(manifest, scan)) {
                return manifest;
            }
        }
        return null;
    }

    private static boolean isOfPackage(ImagePath path, Scan scan) {
        FileEntry file = scan.tree().resolveFile(path).orElse(null);
        return file != null && scan.owner(file.path()) != null;
    }
}
