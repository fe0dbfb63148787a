package dev.jonah.cli;

import dev.jonah.Jonah;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Image;
import dev.jonah.image.Platform;
import dev.jonah.plugin.PluginLoader;
import dev.jonah.value.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What the options of one command line ask for, set up: plugins, threads, limits, progress. */
final class Session implements Closeable {
    private final ImageCommand options;
    private final ClassLoader loader;
    private final Readers readers;
    private final Progress progress;
    private final Jonah jonah;
    private @Nullable ExecutorService executor;

    /**
     * Sets up.
     *
     * @throws UsageException if an option has no meaning
     */
    Session(ImageCommand options, List<Digest.Algorithm> digests) {
        this.options = options;
        loader = PluginPath.loader(options.pluginPath);
        readers = new Readers(loader, options.disabledPlugins);
        progress = Progress.of(options);
        jonah = jonah(digests);
        DisabledPlugins.check(options.disabledPlugins, loader);
    }

    private Jonah jonah(List<Digest.Algorithm> digests) {
        Limits limits = LimitOption.parse(options.limits);
        String spool = options.spool != null ? options.spool : System.getProperty("java.io.tmpdir");
        Jonah.Builder builder = Jonah.builder()
                .pluginsFrom(loader)
                .digests(digests)
                .limits(limits)
                .spoolDirectory(spool == null ? null : Path.of(spool))
                .listener(progress);
        options.disabledPlugins.forEach(builder::disable);
        int threads = options.threads != 0
                ? options.threads
                : Runtime.getRuntime().availableProcessors();
        if (threads < 1) {
            throw new UsageException("--threads: at least one is needed, not " + threads);
        }
        if (threads > 1) {
            executor = Executors.newFixedThreadPool(threads - 1, Session::daemon);
            builder.executor(executor, threads);
        }
        return builder.build();
    }

    /** A daemon, so that a failure ends the command whatever still runs. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "jonah");
        thread.setDaemon(true);
        return thread;
    }

    Jonah jonah() {
        return jonah;
    }

    /** Opens the image. */
    Image open() throws IOException {
        for (PluginLoader.Failure failure : readers.failures()) {
            if (!options.quiet) {
                options.terminal.message(
                        "warning: a plugin of the kind " + failure.kind() + " cannot be used: " + failure.message());
            }
        }
        try {
            return readers.inspector()
                    .open(ImageReference.parse(options.image, readers.formats())
                            .request(jonah, options.terminal.in())
                            .image(options.imageName)
                            .platform(platform())
                            .strict(options.strict)
                            .otherFileSystems(options.otherFileSystems)
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
        if (options.platform == null) {
            return null;
        }
        try {
            return Platform.parse(options.platform);
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
