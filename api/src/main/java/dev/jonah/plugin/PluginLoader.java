package dev.jonah.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the plugins of one kind. A jar that is broken, or made for a newer Java, costs that plugin and no other.
 */
public final class PluginLoader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+");
    private static final int MOST_FAILURES = 100;

    /**
     * A plugin that could not be used.
     *
     * @param kind simple name of the SPI
     * @param message what is wrong and, if it can be told, where
     */
    public record Failure(String kind, String message) {
        /** A sentence for people. */
        public String describe() {
            return "a plugin of the kind " + kind + " cannot be used: " + message;
        }
    }

    private PluginLoader() {}

    /** The providers that {@code loader} finds, sorted by id, checked as by {@link #check}. */
    public static <P extends Plugin> List<P> load(Class<P> kind, ClassLoader loader, Consumer<Failure> failures) {
        List<P> found = new ArrayList<>();
        Iterator<P> providers = ServiceLoader.load(kind, loader).iterator();
        for (int failed = 0; failed < MOST_FAILURES; ) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                found.add(providers.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                failed++;
                failures.accept(new Failure(kind.getSimpleName(), reason(e)));
            }
        }
        return check(kind, found, failures);
    }

    /** Those with a valid id that no other one before it has, sorted by id; the rest are failures. */
    public static <P extends Plugin> List<P> check(Class<P> kind, List<P> plugins, Consumer<Failure> failures) {
        Map<String, P> byId = new HashMap<>();
        for (P plugin : plugins) {
            String problem = problem(plugin, byId);
            if (problem != null) {
                failures.accept(new Failure(kind.getSimpleName(), problem));
            }
        }
        return byId.values().stream().sorted(Comparator.comparing(Plugin::id)).toList();
    }

    private static <P extends Plugin> @Nullable String problem(P plugin, Map<String, P> byId) {
        String type = plugin.getClass().getName();
        String id;
        try {
            id = plugin.id();
        } catch (RuntimeException | LinkageError e) {
            return type + " fails to tell its id: " + e;
        }
        if (!ID.matcher(id).matches()) {
            return type + " has the id '" + id + "', which is not of the form group.name in lower case";
        }
        if (id.startsWith("jonah.") && !type.startsWith("dev.jonah.")) {
            return type + " has the id '" + id + "', but jonah. is reserved for Jonah's own plugins";
        }
        P other = byId.putIfAbsent(id, plugin);
        return other == null
                ? null
                : type + " has the id '" + id + "' of " + other.getClass().getName() + ", and is left out";
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause();
        String text = String.valueOf(e.getMessage());
        return cause == null ? text : text + ": " + cause;
    }
}
