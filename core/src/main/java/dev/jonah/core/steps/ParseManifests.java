package dev.jonah.core.steps;

import dev.jonah.core.run.PluginCall;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.PackageFacts;
import dev.jonah.pipeline.PackageFacts.Found;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands every file, owned ones too, to the parsers whose patterns fit it: one pass over the tree for all of them. */
final class ParseManifests implements Step {
    private final List<ManifestParser> parsers;
    private final List<RawText> publicKeys;
    private final Dispatch dispatch;

    ParseManifests(List<ManifestParser> parsers, List<RawText> publicKeys) {
        this.parsers = parsers;
        this.publicKeys = publicKeys;
        this.dispatch = Dispatch.of(parsers, ManifestParser::accepts);
    }

    @Override
    public String name() {
        return "application-packages";
    }

    @Override
    public List<String> after() {
        return List.of("index", "distro", "system-packages");
    }

    /** The files of one parser. */
    private record Work(ManifestParser parser, PluginCall call, List<FileEntry> files, PackageSink sink) {}

    @Override
    public PackageFacts run(StepContext context) throws IOException {
        FileTree tree = context.image().tree();
        List<Work> work = new ArrayList<>();
        List<List<FileEntry>> files = dispatch.all(tree.files().toList(), context.tasks());
        for (int i = 0; i < parsers.size(); i++) {
            PluginCall call = new PluginCall(parsers.get(i), ManifestParser.class, context.limits());
            work.add(new Work(parsers.get(i), call, files.get(i), new PackageSink(call, context.limits())));
        }
        context.tasks().run(work.size(), i -> parse(work.get(i), context, tree));
        List<Found> found = new ArrayList<>();
        List<Found> declared = new ArrayList<>();
        List<PackageFacts.Key> keys = new ArrayList<>();
        for (Work done : work) {
            for (SoftwarePackage software : done.sink.packages()) {
                found.add(new Found(done.parser.id(), software, layerOf(software, tree)));
            }
            for (SoftwarePackage software : done.sink.declared()) {
                declared.add(new Found(done.parser.id(), software, layerOf(software, tree)));
            }
            done.sink.keys().forEach(key -> keys.add(new PackageFacts.Key(done.parser.id(), key)));
            done.call.noticed().forEach(context.diagnostics()::report);
            context.outcome(done.call.outcome());
        }
        return new PackageFacts(found, declared, keys, List.of(), List.of());
    }

    private void parse(Work work, StepContext context, FileTree tree) throws IOException {
        TreeScan scan = new TreeScan(
                tree,
                TreeScan.distro(context),
                true,
                context.limits(),
                publicKeys,
                work.call.diagnostics(),
                work.sink::acceptKey,
                new HashMap<>());
        for (FileEntry file : work.files) {
            work.call.run(file.path(), () -> work.parser.parse(file, scan, work.sink));
        }
    }

    /** The layer of the first file that tells of a package. */
    static @Nullable Integer layerOf(SoftwarePackage software, FileTree tree) {
        return tree.find(software.foundAt().get(0)).map(FileEntry::layer).orElse(null);
    }
}
