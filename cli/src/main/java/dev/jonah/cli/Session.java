package dev.jonah.cli;

import dev.jonah.Jonah;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Image;
import dev.jonah.image.Platform;
import dev.jonah.plugin.PluginLoader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the options of one command line ask for, set up: plugins, threads, limits, progress. */
final class Session implements Closeable {
    private final Terminal terminal;
    private final Arguments arguments;
    private final ClassLoader loader;
    private final Readers readers;
    private final Progress progress;
    private final Jonah jonah;
    private @Nullable ExecutorService executor;

    /**
     * Sets up.
     *
     * @param settings what the command wants of its own
     * @throws UsageException if an option has no meaning
     */
    Session(Terminal terminal, Arguments arguments, UnaryOperator<Jonah.Builder> settings) {
        this.terminal = terminal;
        this.arguments = arguments;
        List<String> disabled = arguments.list("--disable-plugin");
        loader = PluginPath.loader(arguments.values("--plugin-path"));
        readers = new Readers(loader, disabled);
        progress = Progress.of(terminal, arguments);
        jonah = jonah(settings, disabled);
        DisabledPlugins.check(disabled, loader);
    }

    private Jonah jonah(UnaryOperator<Jonah.Builder> settings, List<String> disabled) {
        Limits limits = LimitOption.parse(arguments.list("--limit"));
        String given = arguments.text("--spool");
        String spool = given != null ? given : System.getProperty("java.io.tmpdir");
        Jonah.Builder builder = settings.apply(Jonah.builder())
                .pluginsFrom(loader)
                .limits(limits)
                .spoolDirectory(spool == null ? null : Path.of(spool))
                .listener(progress);
        disabled.forEach(builder::disable);
        int threads = arguments.number("--threads", 1, Runtime.getRuntime().availableProcessors());
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
            if (!arguments.flag("--quiet")) {
                terminal.message("warning: " + failure.describe());
            }
        }
        try {
            return readers.inspector()
                    .open(ImageReference.parse(arguments.operand(Arguments.IMAGE), readers.formats())
                            .request(jonah, terminal.in())
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
