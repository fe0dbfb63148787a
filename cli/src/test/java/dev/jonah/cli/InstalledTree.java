package dev.jonah.cli;

import dev.jonah.Jonah;
import dev.jonah.image.Image;
import dev.jonah.ledger.Verdict;
import dev.jonah.result.PackageResult;
import dev.jonah.result.ScanResult;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A root file system in which a directory lies at the path that it has on this machine, since installers write that
 * path into what they install.
 *
 * @param root the root file system
 * @param tree the directory, as on this machine
 */
record InstalledTree(Path root, Path tree) {
    /** A copy of {@code tree} below {@code root}. */
    static InstalledTree copy(Path tree, Path root) throws IOException {
        Path target = root.resolve(tree.toString().substring(1));
        Files.createDirectories(target.getParent());
        RealTool.named("cp").run("-a", tree.toString(), target.toString()).succeeded();
        return new InstalledTree(root, tree);
    }

    /** Where a file of the directory is on this machine. */
    Path file(String name) {
        return root.resolve(tree.toString().substring(1)).resolve(name);
    }

    void write(String name, String text) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), text);
    }

    /** What becomes of each file, by its name in the directory. */
    Map<String, Verdict> verdicts() throws IOException {
        Map<String, Verdict> verdicts = new TreeMap<>();
        scan().files().forEach(file -> verdicts.put(name(file.entry().path().toString()), file.verdict()));
        return verdicts;
    }

    /** What changed against another scan, by name. */
    Map<String, Verdict> changesSince(Map<String, Verdict> before) throws IOException {
        Map<String, Verdict> after = verdicts();
        after.entrySet().removeIf(entry -> entry.getValue() == before.get(entry.getKey()));
        return after;
    }

    /** What packages promise and is not there, by name. */
    List<String> missing() throws IOException {
        return scan().missing().stream()
                .map(file -> name(file.path().toString()))
                .toList();
    }

    /** The package URLs that were found. */
    List<String> packages() throws IOException {
        return scan().packages().stream()
                .map(PackageResult::software)
                .map(found -> found.purl().toString())
                .toList();
    }

    private String name(String path) {
        String prefix = tree + "/";
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    private ScanResult scan() throws IOException {
        try (Image image = Jonah.create().open(root)) {
            return Jonah.create().scan(image);
        }
    }
}
