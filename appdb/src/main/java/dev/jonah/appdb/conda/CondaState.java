package dev.jonah.appdb.conda;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains what conda and its kin write beside their records: the history of an environment, whose outcome must be recorded
 * there; the marks of pixi; the list of environments, which must all be there; the list of downloads, of which at least one
 * must be that of a package that is there; the locks of rattler's cache.
 */
public final class CondaState implements Explainer {
    private static final String PIXI_HISTORY = "// not relevant for pixi but for `conda run -p`";

    private static final String CACHE_TAG = "Signature: 8a477f597d28d172789f06886806bc55";

    /** Found as a service. */
    public CondaState() {}

    @Override
    public String id() {
        return "jonah.appdb.conda-state";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.pathSuffix(
                        "conda-meta/history",
                        "conda-meta/pixi_env_prefix",
                        ".conda/environments.txt",
                        "pkgs/urls",
                        "pkgs/urls.txt",
                        "envs/.conda_envs_dir_test")
                .orNamed("CACHEDIR.TAG")
                .orSuffix(".lock");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            Content content = file.content();
            if (content == null || !file.type().isRegular()) {
                continue;
            }
            try {
                Evidence evidence = evidence(file, content, scan);
                if (evidence != null) {
                    out.accept(new Explanation(file.path(), Verdict.TRANSIENT, evidence));
                }
            } catch (LimitExceededException e) {
                scan.diagnostics()
                        .warning("conda.state.limit", file.path(), file.path() + " is too large: " + e.getMessage());
            }
        }
    }

    private static @Nullable Evidence evidence(FileEntry file, Content content, Scan scan) throws IOException {
        return switch (file.path().fileName()) {
            case "history" -> history(file, content, scan);
            case "pixi_env_prefix" -> prefix(file, content, scan);
            case "environments.txt" -> environments(content, scan);
            case ".conda_envs_dir_test" -> mark(file, scan);
            case "CACHEDIR.TAG" -> tag(file, content, scan);
            case "urls", "urls.txt" -> CacheState.downloads(lines(content, scan), scan);
            default -> CacheState.lock(file, content, scan);
        };
    }

    private static @Nullable Evidence history(FileEntry file, Content content, Scan scan) throws IOException {
        Set<String> recorded = records(file.path().parent(), scan);
        if (recorded.isEmpty()) {
            return null;
        }
        if (content.size() == 0) {
            return Evidence.of("conda.history", "the empty history that marks an environment", file.path());
        }
        if (content.size() <= PIXI_HISTORY.length() + 1
                && new String(content.head(PIXI_HISTORY.length() + 1), StandardCharsets.UTF_8)
                        .strip()
                        .equals(PIXI_HISTORY)) {
            return Evidence.of("conda.history", "what pixi writes in place of a history", file.path());
        }
        Set<String> outcome = History.outcome(content, scan.limits());
        return outcome == null || outcome.isEmpty() || !recorded.containsAll(outcome)
                ? null
                : Evidence.of(
                        "conda.history",
                        "the history of the environment, by which " + outcome.size()
                                + " packages must be there that are",
                        file.path());
    }

    private static Set<String> records(@Nullable ImagePath directory, Scan scan) {
        Set<String> names = new HashSet<>();
        for (FileEntry entry :
                directory == null ? List.<FileEntry>of() : scan.tree().children(directory)) {
            RecordName name = entry.path().fileName().endsWith(".json")
                    ? RecordName.of(entry.path().fileName())
                    : null;
            if (name != null && scan.owner(entry.path()) != null) {
                names.add(name.toString());
            }
        }
        return names;
    }

    private static @Nullable Evidence prefix(FileEntry file, Content content, Scan scan) throws IOException {
        ImagePath records = file.path().parent();
        ImagePath prefix = records == null ? null : records.parent();
        List<RawText> lines = lines(content, scan);
        return prefix == null || lines.size() != 1 || !lines.get(0).equals(prefix.raw())
                ? null
                : Evidence.of("conda.prefix", "the path of the environment that it lies in", file.path());
    }

    private static @Nullable Evidence environments(Content content, Scan scan) throws IOException {
        List<ImagePath> histories = new ArrayList<>();
        for (RawText line : lines(content, scan)) {
            ImagePath history = ImagePath.of(line).resolve("conda-meta/history");
            if (!line.latin1().startsWith("/")
                    || scan.tree().resolveFile(history).isEmpty()) {
                return null;
            }
            histories.add(history);
        }
        return histories.isEmpty()
                ? null
                : new Evidence("conda.environments", "a list of environments, all of which are there", histories);
    }

    /** The empty file by which conda tries whether it may write. */
    private static @Nullable Evidence mark(FileEntry file, Scan scan) {
        ImagePath directory = file.path().parent();
        ImagePath history = directory == null ? null : directory.resolve("../conda-meta/history");
        return file.size() != 0
                        || history == null
                        || scan.tree().resolveFile(history).isEmpty()
                ? null
                : Evidence.of("conda.mark", "the empty file by which conda tries whether it may write", history);
    }

    /** rattler marks environments as something that backups may leave out. */
    private static @Nullable Evidence tag(FileEntry file, Content content, Scan scan) throws IOException {
        ImagePath directory = file.path().parent();
        ImagePath history = directory == null ? null : directory.resolve("conda-meta/history");
        if (history == null || scan.tree().resolveFile(history).isEmpty()) {
            return null;
        }
        List<RawText> lines = lines(content, scan);
        boolean tag = !lines.isEmpty() && lines.get(0).latin1().equals(CACHE_TAG);
        return tag && lines.stream().skip(1).allMatch(line -> line.latin1().startsWith("#"))
                ? Evidence.of("conda.mark", "the mark of a cache directory, in an environment", history)
                : null;
    }

    private static List<RawText> lines(Content content, Scan scan) throws IOException {
        List<RawText> found = new ArrayList<>();
        try (LineReader lines = new LineReader(content.open(), scan.limits())) {
            RawText line;
            while ((line = lines.readLine()) != null) {
                if (!line.isEmpty()) {
                    found.add(line);
                }
            }
        }
        return found;
    }
}
