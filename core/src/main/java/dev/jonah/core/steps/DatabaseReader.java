package dev.jonah.core.steps;

import dev.jonah.core.run.PluginCall;
import dev.jonah.diagnostic.DiagnosticCollector;
import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.image.FileTree;
import dev.jonah.image.Image;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.StepContext;
import dev.jonah.support.Tasks;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one package database of one image, as it is and as it was after earlier layers. */
final class DatabaseReader {
    private final PackageDatabase database;
    private final StepContext context;
    private final List<RawText> publicKeys;
    private final @Nullable Distro distro;

    DatabaseReader(PackageDatabase database, StepContext context, List<RawText> publicKeys) {
        this.database = database;
        this.context = context;
        this.publicKeys = publicKeys;
        this.distro = TreeScan.distro(context);
    }

    String plugin() {
        return database.id();
    }

    Image image() {
        return context.image();
    }

    Limits limits() {
        return context.limits();
    }

    Tasks tasks() {
        return context.tasks();
    }

    /** A call of the plugin whose failure costs nothing else. */
    PluginCall call() {
        return new PluginCall(database, PackageDatabase.class, context.limits());
    }

    /** Presence alone is no call: a database that is not there is not applicable, not complete. */
    boolean isPresent(FileTree tree, PluginCall call) throws IOException {
        try {
            return database.presentIn(tree);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            call.run(null, () -> {
                throw new IOException("looking for the database: " + e, e);
            });
            return false;
        }
    }

    /** Reads the image's database as it is; whether that came to its end. */
    boolean read(FileTree tree, boolean wantsFiles, PluginCall call, PackageSink sink) throws IOException {
        DiagnosticCollector diagnostics = call.diagnostics();
        TreeScan scan = new TreeScan(
                tree, distro, wantsFiles, context.limits(), publicKeys, diagnostics, sink::acceptKey, new HashMap<>());
        return call.run(null, () -> database.read(scan, sink));
    }

    /**
     * Reads the database as it was. What is wrong with an earlier state is not the concern of this image: its diagnostics
     * are dropped.
     *
     * @param wanted the packages whose files are wanted
     * @return whether that came to its end; it does at once if there was none
     */
    boolean readEarlier(FileTree tree, Set<Purl> wanted, Consumer<SoftwarePackage> out) throws IOException {
        TreeScan all = new TreeScan(
                tree, distro, true, context.limits(), publicKeys, diagnostic -> {}, key -> {}, new HashMap<>());
        SelectiveScan scan = new SelectiveScan(all, wanted);
        return call().run(null, () -> {
            if (database.presentIn(tree)) {
                database.read(scan, out);
            }
        });
    }
}
