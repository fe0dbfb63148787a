package dev.jonah.cli;

import dev.jonah.distro.DistroDetector;
import dev.jonah.image.ImageOpener;
import dev.jonah.image.ImageReader;
import dev.jonah.image.LayerReader;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.plugin.Plugin;
import dev.jonah.plugin.PluginLoader;
import dev.jonah.result.ResultWriter;
import java.net.URL;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every plugin that there is.
 *
 * @param items by kind, then id
 * @param failures those that cannot be used
 */
record PluginInventory(List<Item> items, List<PluginLoader.Failure> failures) {
    private static final List<Class<? extends Plugin>> KINDS = List.of(
            ImageOpener.class,
            ImageReader.class,
            LayerReader.class,
            DistroDetector.class,
            PackageDatabase.class,
            ManifestParser.class,
            Explainer.class,
            SignalFinder.class,
            ResultWriter.class);

    /**
     * A plugin under one of its kinds.
     *
     * @param id its id
     * @param kind simple name of the SPI
     * @param version its version
     * @param place file name of its jar; the name of its class where it comes from no jar
     * @param coverage what it reads, claims and compares; null if it finds no packages or does not tell
     */
    record Item(
            String id,
            String kind,
            int version,
            String place,
            @Nullable Coverage coverage) {}

    /** What {@code loader} finds. */
    static PluginInventory of(ClassLoader loader) {
        List<Item> items = new ArrayList<>();
        List<PluginLoader.Failure> failures = new ArrayList<>();
        for (Class<? extends Plugin> kind : KINDS) {
            for (Plugin plugin : PluginLoader.load(kind, loader, failures::add)) {
                items.add(new Item(
                        plugin.id(),
                        kind.getSimpleName(),
                        plugin.version(),
                        place(plugin.getClass()),
                        coverage(plugin, kind)));
            }
        }
        return new PluginInventory(items, failures);
    }

    private static @Nullable Coverage coverage(Plugin plugin, Class<? extends Plugin> kind) {
        if (kind == PackageDatabase.class) {
            return ((PackageDatabase) plugin).coverage();
        }
        return kind == ManifestParser.class ? ((ManifestParser) plugin).coverage() : null;
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL url = source == null ? null : source.getLocation();
        String path = url == null ? "" : url.getPath();
        return path.endsWith(".jar") ? path.substring(path.lastIndexOf('/') + 1) : type.getName();
    }
}
