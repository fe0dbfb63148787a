package dev.jonah.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees to it that a mistyped {@code --disable-plugin} is not passed over in silence. */
final class DisabledPlugins {
    private DisabledPlugins() {}

    /**
     * @throws UsageException if one of the ids is that of no plugin
     */
    static void check(List<String> ids, ClassLoader loader) {
        if (!ids.isEmpty()) {
            check(ids, PluginInventory.of(loader));
        }
    }

    /** As {@link #check(List, ClassLoader)}, where the plugins are known already. */
    static void check(List<String> ids, PluginInventory inventory) {
        Set<String> unknown = new HashSet<>(ids);
        for (PluginInventory.Item item : inventory.items()) {
            unknown.remove(item.id());
        }
        if (!unknown.isEmpty()) {
            throw new UsageException("--disable-plugin: there is no plugin "
                    + unknown.iterator().next() + "; jonah plugins lists those there are");
        }
    }
}
