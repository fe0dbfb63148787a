package dev.jonah;

import dev.jonah.core.run.PipelineRun;
import dev.jonah.core.run.PluginSet;
import dev.jonah.core.run.StepOutput;
import dev.jonah.core.steps.Assembly;
import dev.jonah.core.steps.ReadDatabases;
import dev.jonah.core.steps.StandardPipeline;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Image;
import dev.jonah.image.ImageOpener;
import dev.jonah.image.OpenRequest;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.pipeline.PackageFacts;
import dev.jonah.pipeline.Pipeline;
import dev.jonah.pipeline.ScanListener;
import dev.jonah.plugin.Plugin;
import dev.jonah.plugin.PluginLoader;
import dev.jonah.result.PackageHistory;
import dev.jonah.result.ScanResult;
import dev.jonah.support.Tasks;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Opens container images at rest and accounts for every file in them. Immutable and safe for any thread; keeps no threads
 * and no files of its own.
 *
 * <pre>{@code
 * Jonah jonah = Jonah.create();
 * try (Image image = jonah.open(Path.of("alpine.tar"))) {
 *     ScanResult result = jonah.scan(image);
 *     System.out.println(result.verdicts());
 * }
 * }</pre>
 */
public final class Jonah {
    private final PluginSet plugins;
    private final List<RawText> publicKeys;
    private final Pipeline pipeline;
    private final Limits limits;
    private final Tasks tasks;
    private final @Nullable Path spoolDirectory;
    private final ScanListener listener;

    private Jonah(Builder builder) {
        plugins = PluginSet.of(builder.loader, builder.added, builder.disabled, builder.kinds, builder.tasks);
        publicKeys = builder.publicKeys;
        pipeline = builder.edit.apply(StandardPipeline.of(plugins, builder.digests, publicKeys));
        limits = builder.limits;
        tasks = builder.tasks;
        spoolDirectory = builder.spoolDirectory;
        listener = builder.listener;
    }

    /** With every plugin on the class path, all defaults, on the calling thread. */
    public static Jonah create() {
        return builder().build();
    }

    /** Everything can be changed. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Opens a file or directory.
     *
     * @throws UnreadableImageException if it is no image that can be read
     * @throws dev.jonah.diagnostic.LimitExceededException if a limit stops the reading
     * @throws IOException if the medium fails
     */
    public Image open(Path path) throws IOException {
        return open(request(path).build());
    }

    /** A request with this object's limits, threads, spool directory and listener, to be added to. */
    public OpenRequest.Builder request(Path path) {
        return prepare(OpenRequest.of(path));
    }

    /** As {@link #request(Path)}, for an archive that comes as a stream. */
    public OpenRequest.Builder request(String name, java.io.InputStream stream) {
        return prepare(OpenRequest.of(name, stream));
    }

    private OpenRequest.Builder prepare(OpenRequest.Builder request) {
        return request.limits(limits)
                .tasks(tasks)
                .spoolDirectory(spoolDirectory)
                .progress(listener::reading);
    }

    /** Opens what the request says. Errors as for {@link #open(Path)}. */
    public Image open(OpenRequest request) throws IOException {
        List<ImageOpener> openers = plugins.all(ImageOpener.class);
        if (openers.isEmpty()) {
            throw new UnreadableImageException(
                    "no image opener on the class path; add the artifact jonah-container-inspector");
        }
        return openers.get(0).open(request);
    }

    /**
     * Accounts for every entry of an image.
     *
     * @throws IOException if the image cannot be read at all, or the thread is interrupted
     */
    public ScanResult scan(Image image) throws IOException {
        PipelineRun run = new PipelineRun(image, pipeline, limits, tasks, listener);
        plugins.failures().forEach(run::report);
        return Assembly.of(run.execute(), image, tasks);
    }

    /**
     * What each layer did to the packages of package databases: reads those and nothing else. Errors as for {@link #scan}.
     */
    public PackageHistory packageHistory(Image image) throws IOException {
        Pipeline databases =
                new Pipeline(List.of(new ReadDatabases(plugins.all(PackageDatabase.class), publicKeys, false)));
        PipelineRun run = new PipelineRun(image, databases, limits, tasks, listener);
        plugins.failures().forEach(run::report);
        List<StepOutput> outputs = run.execute();
        return new PackageHistory(
                outputs.stream()
                        .map(StepOutput::facts)
                        .filter(PackageFacts.class::isInstance)
                        .flatMap(facts -> ((PackageFacts) facts).changes().stream())
                        .sorted()
                        .toList(),
                outputs.stream()
                        .flatMap(output -> output.diagnostics().stream())
                        .sorted()
                        .toList());
    }

    /** The steps of a scan, in order. */
    public Pipeline pipeline() {
        return pipeline;
    }

    /** The plugins of one kind, by id. */
    public <P extends Plugin> List<P> plugins(Class<P> kind) {
        return plugins.all(kind);
    }

    /** Plugins that could not be used. */
    public List<PluginLoader.Failure> pluginFailures() {
        return plugins.failures();
    }

    /** Collects settings; not safe for several threads. */
    public static final class Builder {
        private @Nullable ClassLoader loader = Jonah.class.getClassLoader();
        private final List<Plugin> added = new ArrayList<>();
        private final Set<String> disabled = new HashSet<>();
        private List<Class<? extends Plugin>> kinds = PluginSet.KINDS;
        private List<Digest.Algorithm> digests = List.of();
        private List<RawText> publicKeys = List.of();
        private Limits limits = Limits.defaults();
        private Tasks tasks = Tasks.sequential();
        private @Nullable Path spoolDirectory;
        private ScanListener listener = ScanListener.NONE;
        private UnaryOperator<Pipeline> edit = UnaryOperator.identity();

        private Builder() {}

        /** Where to look for plugins; null for nowhere, so that only those of {@link #add} are used. */
        public Builder pluginsFrom(@Nullable ClassLoader value) {
            loader = value;
            return this;
        }

        /** A plugin beside those that are found, for every SPI that it implements. */
        public Builder add(Plugin plugin) {
            added.add(plugin);
            return this;
        }

        /** Leaves out the plugin with this id. */
        public Builder disable(String id) {
            disabled.add(id);
            return this;
        }

        /** Uses plugins of these kinds only; for whoever opens images, or reads the history of packages, and no more. */
        public Builder pluginKinds(List<Class<? extends Plugin>> value) {
            kinds = List.copyOf(value);
            return this;
        }

        /** Public keys to trust beside those of an image, each as the bytes of a file: OpenPGP, binary or armoured. */
        public Builder publicKeys(List<RawText> value) {
            publicKeys = List.copyOf(value);
            return this;
        }

        /** Checksums to compute of every file. */
        public Builder digests(List<Digest.Algorithm> value) {
            digests = List.copyOf(value);
            return this;
        }

        /** Bounds; {@link Limits#defaults()} unless set. */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /** Lends threads; without, all work is done on the calling thread. */
        public Builder executor(Executor executor, int threads) {
            tasks = Tasks.on(executor, threads);
            return this;
        }

        /** Where decompressed layers may go that do not fit on the heap; nowhere unless set. */
        public Builder spoolDirectory(@Nullable Path value) {
            spoolDirectory = value;
            return this;
        }

        /** Watches. */
        public Builder listener(ScanListener value) {
            listener = value;
            return this;
        }

        /** Changes the steps of a scan. */
        public Builder pipeline(UnaryOperator<Pipeline> value) {
            edit = value;
            return this;
        }

        /** The finished object; plugins are looked for now. */
        public Jonah build() {
            return new Jonah(this);
        }
    }
}
