package dev.jonah.cli;

import dev.jonah.plugin.PluginLoader;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code jonah plugins}. */
@Command(
        name = "plugins",
        description = "List every plugin found, and those that failed to load.",
        footer = {"", "Example: jonah plugins --plugin-path /opt/jonah/plugins"})
final class PluginsCommand extends PluginCommand {
    PluginsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run() throws IOException {
        ClassLoader loader = PluginPath.loader(pluginPath);
        try {
            PluginInventory inventory = PluginInventory.of(loader);
            DisabledPlugins.check(disabledPlugins, inventory);
            terminal.print(table(inventory));
            List<PluginLoader.Failure> failures = inventory.failures();
            for (PluginLoader.Failure failure : failures) {
                terminal.message("a plugin of the kind " + failure.kind() + " cannot be used: " + failure.message());
            }
            return failures.isEmpty() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
        } finally {
            if (loader instanceof Closeable closeable) {
                closeable.close();
            }
        }
    }

    private String table(PluginInventory inventory) {
        Table table = new Table(terminal.columns(), "ID", "KIND", "VERSION>", "FROM");
        for (PluginInventory.Item item : inventory.items()) {
            boolean disabled = disabledPlugins.contains(item.id());
            table.add(
                    item.id() + (disabled ? " (disabled)" : ""),
                    item.kind(),
                    Integer.toString(item.version()),
                    item.place());
        }
        return table.toString();
    }
}
