package dev.jonah.core.steps;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileTree;
import dev.jonah.image.LinkResolver;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import java.util.List;

/** Takes stock: how many entries there are, what was noticed when the layers were read, and links that lead nowhere but back. */
final class Index implements Step {
    /**
     * How much there is.
     *
     * @param entries entries that are not directories
     * @param directories directories, the root not counted
     */
    record Stock(int entries, int directories) {}

    @Override
    public String name() {
        return "index";
    }

    @Override
    public List<String> after() {
        return List.of();
    }

    @Override
    public Stock run(StepContext context) {
        context.image().diagnostics().forEach(context.diagnostics()::report);
        FileTree tree = context.image().tree();
        tree.files().filter(file -> file.type() == EntryType.SYMLINK).forEach(link -> {
            if (tree.links().resolve(link.path()).outcome() == LinkResolver.Outcome.LOOP) {
                context.diagnostics()
                        .warning(
                                "tree.symlink-loop",
                                link.path(),
                                "symlink loop: " + link.path() + " to " + link.target());
            }
        });
        return new Stock(tree.fileCount(), tree.directoryCount());
    }
}
