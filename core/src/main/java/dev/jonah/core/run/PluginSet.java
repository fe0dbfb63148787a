package dev.jonah.core.run;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.distro.DistroDetector;
import dev.jonah.image.ImageOpener;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.plugin.Plugin;
import dev.jonah.plugin.PluginLoader;
import dev.jonah.result.ResultWriter;
import dev.jonah.support.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plugins of all kinds that a scan uses, and those that could not be used. Immutable. */
public final class PluginSet {
    /** The kinds that a scan uses. */
    public static final List<Class<? extends Plugin>> KINDS = List.of(
            ImageOpener.class,
            DistroDetector.class,
            PackageDatabase.class,
            ManifestParser.class,
            Explainer.class,
            SignalFinder.class,
            ResultWriter.class);

    private final Map<Class<? extends Plugin>, List<? extends Plugin>> byKind;
    private final List<PluginLoader.Failure> failures;

    private PluginSet(
            Map<Class<? extends Plugin>, List<? extends Plugin>> byKind, List<PluginLoader.Failure> failures) {
        this.byKind = byKind;
        this.failures = failures;
    }

    /**
     * What {@code loader} finds of these kinds, if it is not null, and {@code added}, without those whose id is in {@code
     * disabled}. Kinds are looked for at once, as far as {@code tasks} has threads.
     */
    public static PluginSet of(
            @Nullable ClassLoader loader,
            List<Plugin> added,
            Set<String> disabled,
            Collection<Class<? extends Plugin>> kinds,
            Tasks tasks) {
        List<Class<? extends Plugin>> wanted =
                KINDS.stream().filter(kinds::contains).toList();
        List<List<? extends Plugin>> found = new ArrayList<>(Collections.nCopies(wanted.size(), List.of()));
        List<List<PluginLoader.Failure>> failures = new ArrayList<>();
        wanted.forEach(kind -> failures.add(new ArrayList<>()));
        try {
            tasks.run(wanted.size(), i -> found.set(i, find(wanted.get(i), loader, added, disabled, failures.get(i))));
        } catch (IOException e) {
            throw new UncheckedIOException("looking for plugins", e);
        }
        Map<Class<? extends Plugin>, List<? extends Plugin>> byKind = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            byKind.put(wanted.get(i), found.get(i));
        }
        return new PluginSet(byKind, failures.stream().flatMap(List::stream).toList());
    }

    private static <P extends Plugin> List<P> find(
            Class<P> kind,
            @Nullable ClassLoader loader,
            List<Plugin> added,
            Set<String> disabled,
            List<PluginLoader.Failure> failures) {
        List<P> all = new ArrayList<>();
        if (loader != null) {
            all.addAll(PluginLoader.load(kind, loader, failures::add));
        }
        added.stream().filter(kind::isInstance).map(kind::cast).forEach(all::add);
        return PluginLoader.check(kind, all, failures::add).stream()
                .filter(plugin -> !disabled.contains(plugin.id()))
                .toList();
    }

    /** The plugins of one kind, by id; kinds that core does not know are not looked for. */
    public <P extends Plugin> List<P> all(Class<P> kind) {
        return byKind.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
    }

    /** What could not be used. */
    public List<PluginLoader.Failure> failures() {
        return failures;
    }

    static Diagnostic diagnostic(PluginLoader.Failure failure) {
        return new Diagnostic(Diagnostic.Severity.WARNING, "plugin.load", null, null, failure.describe());
    }
}
