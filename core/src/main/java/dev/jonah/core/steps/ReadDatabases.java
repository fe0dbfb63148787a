package dev.jonah.core.steps;

import dev.jonah.core.run.PluginCall;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.TrustedKey;
import dev.jonah.pipeline.PackageChange;
import dev.jonah.pipeline.PackageFacts;
import dev.jonah.pipeline.PackageFacts.Found;
import dev.jonah.pipeline.RemovedPackage;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads every package database that is present, whatever the distribution, and its history through the layers. */
public final class ReadDatabases implements Step {
    private final List<PackageDatabase> databases;
    private final List<RawText> publicKeys;
    private final boolean wantsFiles;

    /**
     * With these databases, in their order.
     *
     * @param publicKeys keys that the caller trusts
     * @param wantsFiles whether the files of packages are wanted, of removed ones too
     */
    public ReadDatabases(List<PackageDatabase> databases, List<RawText> publicKeys, boolean wantsFiles) {
        this.databases = databases;
        this.publicKeys = publicKeys;
        this.wantsFiles = wantsFiles;
    }

    @Override
    public String name() {
        return "system-packages";
    }

    @Override
    public List<String> after() {
        return List.of("index", "distro");
    }

    /** What one database gave. */
    private static final class Read {
        private final DatabaseReader reader;
        private final PluginCall call;
        private final List<Found> found = new ArrayList<>();
        private final List<Found> declared = new ArrayList<>();
        private List<TrustedKey> keys = List.of();
        private List<PackageChange> changes = List.of();
        private List<RemovedPackage> removed = List.of();

        Read(DatabaseReader reader) {
            this.reader = reader;
            this.call = reader.call();
        }
    }

    @Override
    public PackageFacts run(StepContext context) throws IOException {
        List<Read> reads = new ArrayList<>();
        for (PackageDatabase database : databases) {
            reads.add(new Read(new DatabaseReader(database, context, publicKeys)));
        }
        context.tasks().run(reads.size(), i -> read(reads.get(i)));
        List<Found> found = new ArrayList<>();
        List<Found> declared = new ArrayList<>();
        List<PackageFacts.Key> keys = new ArrayList<>();
        List<PackageChange> changes = new ArrayList<>();
        List<RemovedPackage> removed = new ArrayList<>();
        for (Read read : reads) {
            read.call.noticed().forEach(context.diagnostics()::report);
            context.outcome(read.call.outcome());
            found.addAll(read.found);
            declared.addAll(read.declared);
            read.keys.forEach(key -> keys.add(new PackageFacts.Key(read.reader.plugin(), key)));
            changes.addAll(read.changes);
            removed.addAll(read.removed);
        }
        return new PackageFacts(found, declared, keys, changes, removed);
    }

    private void read(Read read) throws IOException {
        DatabaseReader reader = read.reader;
        ObservedTree observed =
                wantsFiles ? null : new ObservedTree(reader.image().tree());
        FileTree tree = observed == null ? reader.image().tree() : observed;
        PackageSink sink = new PackageSink(read.call, reader.limits());
        boolean present = reader.isPresent(tree, read.call);
        boolean complete = !present || reader.read(tree, wantsFiles, read.call, sink);
        List<@Nullable PackageState> states =
                PackageStates.read(reader, PackageState.of(sink.packages()), !complete, observed);
        PackageHistory history = new PackageHistory(states);
        for (int layer : history.unknown()) {
            read.call
                    .diagnostics()
                    .warning(
                            "packages.history",
                            null,
                            "the packages after layer " + layer + " cannot be told by " + reader.plugin()
                                    + "; what it did counts for a later one");
        }
        int top = states.size() - 1;
        for (SoftwarePackage software : sink.packages()) {
            read.found.add(new Found(reader.plugin(), software, history.layerOf(software.purl(), top)));
        }
        for (SoftwarePackage software : sink.declared()) {
            Integer layer = ParseManifests.layerOf(software, reader.image().tree());
            read.declared.add(new Found(reader.plugin(), software, layer));
        }
        read.keys = sink.keys();
        read.changes = history.changes(reader.plugin());
        if (wantsFiles) {
            read.removed = new RemovedPackages(reader, history).of(history.removals(read.changes));
        }
    }
}
