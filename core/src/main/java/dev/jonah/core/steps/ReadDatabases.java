package dev.jonah.core.steps;

import dev.jonah.core.run.PluginCall;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.PackageFacts;
import dev.jonah.pipeline.PackageFacts.Found;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads every package database that is present, whatever the distribution, and its history through the layers. */
final class ReadDatabases implements Step {
    private final List<PackageDatabase> databases;

    ReadDatabases(List<PackageDatabase> databases) {
        this.databases = databases;
    }

    @Override
    public String name() {
        return "system-packages";
    }

    @Override
    public List<String> after() {
        return List.of("index", "distro");
    }

    @Override
    public PackageFacts run(StepContext context) throws IOException {
        List<PluginCall> calls = new ArrayList<>();
        List<List<Found>> found = new ArrayList<>();
        for (PackageDatabase database : databases) {
            calls.add(new PluginCall(database, PackageDatabase.class, context.limits()));
            found.add(new ArrayList<>());
        }
        context.tasks().run(databases.size(), i -> read(databases.get(i), calls.get(i), context, found.get(i)));
        for (PluginCall call : calls) {
            call.noticed().forEach(context.diagnostics()::report);
            context.outcome(call.outcome());
        }
        return new PackageFacts(found.stream().flatMap(List::stream).toList());
    }

    private static void read(PackageDatabase database, PluginCall call, StepContext context, List<Found> out)
            throws IOException {
        FileTree tree = context.image().tree();
        if (!isPresent(database, tree, call)) {
            return;
        }
        ObservedTree observed = new ObservedTree(tree);
        PackageSink sink = new PackageSink(call, context.limits());
        call.run(null, () -> database.read(TreeScan.of(context, observed, true, call.diagnostics()), sink));
        PackageHistory history = PackageHistory.read(database, context, observed, sink.packages());
        for (SoftwarePackage software : sink.packages()) {
            out.add(new Found(database.id(), software, history.layerOf(software)));
        }
    }

    /** Presence alone is no call: a database that is not there is not applicable, not complete. */
    private static boolean isPresent(PackageDatabase database, FileTree tree, PluginCall call) throws IOException {
        try {
            return database.presentIn(tree);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            call.run(null, () -> {
                throw new IOException("looking for the database: " + e, e);
            });
            return false;
        }
    }
}
