package dev.jonah.cli;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.plugin.PluginLoader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code jonah plugins}. */
final class PluginsCommand implements Subcommand {
    private static final String VERBOSE = "--verbose";

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public String description() {
        return "List every plugin found, and those that failed to load.";
    }

    @Override
    public String[] examples() {
        return new String[] {"Example: jonah plugins --plugin-path /opt/jonah/plugins"};
    }

    @Override
    public OptionList options() {
        return OptionList.ofPlugins().flag("Tell what each reads, claims and compares.", "-v", VERBOSE);
    }

    @Override
    public int run(Terminal terminal, Arguments arguments) throws IOException {
        List<String> disabled = arguments.list("--disable-plugin");
        ClassLoader loader = PluginPath.loader(arguments.values("--plugin-path"));
        try {
            PluginInventory inventory = PluginInventory.of(loader);
            DisabledPlugins.check(disabled, inventory);
            terminal.print(text(inventory, disabled, arguments.flag(VERBOSE) ? terminal.columns() : 0));
            return inventory.failures().isEmpty() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
        } finally {
            if (loader instanceof Closeable closeable) {
                closeable.close();
            }
        }
    }

    /** By jar, so that long names of jars need no column; details in so many columns, none for 0. */
    private static String text(PluginInventory inventory, List<String> disabled, int columns) {
        Map<String, List<PluginInventory.Item>> byPlace = new TreeMap<>();
        int width = 0;
        for (PluginInventory.Item item : inventory.items()) {
            byPlace.computeIfAbsent(item.place(), key -> new ArrayList<>()).add(item);
            width = Math.max(width, Columns.width(item.id()));
        }
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, List<PluginInventory.Item>> place : byPlace.entrySet()) {
            out.append(place.getKey()).append('\n');
            for (PluginInventory.Item item : place.getValue()) {
                out.append("  ")
                        .append(Columns.left(item.id(), width))
                        .append("  ")
                        .append(Columns.left(item.kind(), 15))
                        .append("  version ")
                        .append(item.version())
                        .append(disabled.contains(item.id()) ? ", disabled" : "")
                        .append('\n');
                if (columns > 0 && item.coverage() != null) {
                    CoverageText.append(item.coverage(), columns, out);
                }
            }
        }
        if (!inventory.failures().isEmpty()) {
            out.append("Failed to load\n");
        }
        for (PluginLoader.Failure failure : inventory.failures()) {
            out.append("  ")
                    .append(Diagnostic.printable(failure.kind() + ": " + failure.message()))
                    .append('\n');
        }
        return out.toString();
    }
}
