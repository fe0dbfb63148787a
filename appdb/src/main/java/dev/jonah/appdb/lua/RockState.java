package dev.jonah.appdb.lua;

import dev.jonah.appdb.lua.format.LuaDataReader;
import dev.jonah.appdb.lua.format.LuaTable;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Explains LuaRocks' index of a tree, {@code rocks-5.x/manifest}: it must be data, hold nothing but what such an index
 * holds, and name only rocks that are there.
 */
public final class RockState implements Explainer {
    private static final Set<String> PARTS = Set.of("commands", "dependencies", "modules", "repository");

    /** Found as a service. */
    public RockState() {}

    @Override
    public String id() {
        return "jonah.appdb.lua-state";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.named("manifest");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            ImagePath rocks = file.path().parent();
            Content content = file.content();
            if (rocks != null && content != null && Place.lua(rocks) != null) {
                explain(file.path(), rocks, content, scan, out);
            }
        }
    }

    private static void explain(ImagePath path, ImagePath rocks, Content content, Scan scan, Consumer<Explanation> out)
            throws IOException {
        try {
            LuaDataReader.Result read = LuaDataReader.read(content.open(), scan.limits());
            LuaTable repository = read.variables().table("repository");
            if (read.complete()
                    && PARTS.containsAll(read.variables().fields().keySet())
                    && !repository.fields().isEmpty()
                    && areThere(repository, rocks, scan)) {
                String text = "LuaRocks' index of the " + repository.fields().size() + " rocks beside it";
                out.accept(new Explanation(path, Verdict.TRANSIENT, Evidence.of("lua.index", text, path)));
            }
        } catch (LimitExceededException e) {
            scan.diagnostics().warning("lua.index.limit", path, path + " was not read: " + e.getMessage());
        }
    }

    private static boolean areThere(LuaTable repository, ImagePath rocks, Scan scan) {
        for (String name : repository.fields().keySet()) {
            for (String version : repository.table(name).fields().keySet()) {
                ImagePath manifest = rocks.resolve(name + "/" + version + "/rock_manifest");
                if (scan.tree().find(manifest).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }
}
