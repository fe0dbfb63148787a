package dev.jonah.cli;

import dev.jonah.Jonah;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Image;
import dev.jonah.image.Platform;
import dev.jonah.plugin.PluginLoader;
import dev.jonah.result.ResultWriter;
import dev.jonah.support.Tasks;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the options of one command line ask for, set up: plugins, threads, limits, progress. */
final class Session implements Closeable {
    private final Terminal terminal;
    private final Arguments arguments;
    private final ClassLoader loader;
    private final Readers readers;
    private final Progress progress;
    private final Limits limits;
    private final @Nullable Path spool;
    private final @Nullable ExecutorService executor;
    private final Tasks tasks;
    private final FutureTask<Jonah> jonah;

    /**
     * Sets up. Plugins are looked for on another thread, if there is one: opening the image needs its readers only.
     *
     * @param settings what the command wants of its own
     * @throws UsageException if an option has no meaning
     */
    Session(Terminal terminal, Arguments arguments, UnaryOperator<Jonah.Builder> settings) {
        this.terminal = terminal;
        this.arguments = arguments;
        List<String> disabled = arguments.list("--disable-plugin");
        loader = PluginPath.loader(arguments.values("--plugin-path"));
        limits = LimitOption.parse(arguments.list("--limit"));
        spool = spoolDirectory(arguments.text("--spool"));
        progress = Progress.of(terminal, arguments);
        int threads = arguments.number("--threads", 1, Runtime.getRuntime().availableProcessors());
        DisabledPlugins.check(disabled, loader);
        executor = threads > 1 ? Executors.newFixedThreadPool(threads - 1, Session::daemon) : null;
        tasks = executor == null ? Tasks.sequential() : Tasks.on(executor, threads);
        Jonah.Builder builder = settings.apply(Jonah.builder())
                .pluginsFrom(loader)
                .limits(limits)
                .spoolDirectory(spool)
                .listener(progress);
        disabled.forEach(builder::disable);
        if (executor != null) {
            builder.executor(executor, threads);
        }
        jonah = new FutureTask<>(builder::build);
        if (executor != null) {
            executor.execute(jonah);
        }
        readers = new Readers(loader, disabled);
    }

    /** Told at once if it is none: whether it is needed depends on the image. */
    private static @Nullable Path spoolDirectory(@Nullable String given) {
        if (given != null && !Files.isDirectory(Path.of(given))) {
            throw new UsageException("--spool: there is no directory " + given);
        }
        String spool = given != null ? given : System.getProperty("java.io.tmpdir");
        return spool == null ? null : Path.of(spool);
    }

    /** A daemon, so that a failure ends the command whatever still runs. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "jonah");
        thread.setDaemon(true);
        return thread;
    }

    /** All plugins that the command uses, found. */
    Jonah jonah() {
        jonah.run(); // does nothing if another thread did or does
        try {
            return jonah.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for plugins", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** The writers of results alone, at once. */
    List<ResultWriter> writers() {
        Jonah.Builder builder = Jonah.builder().pluginsFrom(loader).pluginKinds(List.of(ResultWriter.class));
        arguments.list("--disable-plugin").forEach(builder::disable);
        return builder.build().plugins(ResultWriter.class);
    }

    /** Opens the image. */
    Image open() throws IOException {
        for (PluginLoader.Failure failure : readers.failures()) {
            if (!arguments.flag("--quiet")) {
                terminal.message("warning: " + failure.describe());
            }
        }
        try {
            return readers.inspector()
                    .open(ImageReference.parse(arguments.operand(Arguments.IMAGE), readers.formats())
                            .request(terminal.in())
                            .limits(limits)
                            .tasks(tasks)
                            .spoolDirectory(spool)
                            .progress(progress::reading)
                            .image(arguments.text("--image"))
                            .platform(platform())
                            .strict(arguments.flag("--strict"))
                            .otherFileSystems(arguments.flag("--other-file-systems"))
                            .build());
        } finally {
            progress.clear();
        }
    }

    /** Takes the progress off the terminal, so that something else can be printed. */
    void endProgress() {
        progress.clear();
    }

    private @Nullable Platform platform() {
        String platform = arguments.text("--platform");
        try {
            return platform == null ? null : Platform.parse(platform);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--platform: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        progress.clear();
        if (executor != null) {
            executor.shutdownNow();
        }
        if (loader instanceof Closeable closeable) {
            closeable.close();
        }
    }
}
