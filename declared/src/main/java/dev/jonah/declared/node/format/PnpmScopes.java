package dev.jonah.declared.node.format;

import dev.jonah.declared.format.Value;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which packages of a lock file of pnpm 9 only development needs. The file does not say so of each; it follows from what the
 * projects need and what that needs in turn.
 */
final class PnpmScopes {
    private static final int MOST = 2_000_000;

    private final List<String> running = new ArrayList<>();
    private final List<String> developing = new ArrayList<>();
    private final Map<String, List<String>> needs = new HashMap<>();
    private int count;

    /** A project of the workspace. */
    void importer(Value project) throws IOException {
        add(project.get("dependencies"), running);
        add(project.get("optionalDependencies"), running);
        add(project.get("devDependencies"), developing);
    }

    /** A package with its peers, and what it needs. */
    void snapshot(String key, Value entry) throws IOException {
        List<String> keys = new ArrayList<>(2);
        add(entry.get("dependencies"), keys);
        add(entry.get("optionalDependencies"), keys);
        needs.put(key, keys);
    }

    private void add(Value dependencies, List<String> keys) throws IOException {
        for (Map.Entry<String, Value> entry : dependencies.fields().entrySet()) {
            Value chosen = entry.getValue();
            String version = chosen.text() == null ? chosen.text("version") : chosen.text();
            if (version != null && !version.startsWith("link:")) {
                // Of an alias the version is the key of what it stands for.
                boolean key = PnpmKey.withoutPeers(version).indexOf('@', 1) > 0 && version.indexOf("://") < 0;
                keys.add(key ? version : entry.getKey() + "@" + version);
            }
            if (++count > MOST) {
                throw new IOException("it has more than " + MOST + " dependencies");
            }
        }
    }

    /** The keys, without peers, of what is reached from development only. */
    Set<String> developmentOnly() {
        Set<String> development = reached(developing);
        development.removeAll(reached(running));
        return development;
    }

    private Set<String> reached(List<String> from) {
        Set<String> seen = new HashSet<>();
        Set<String> names = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            String key = next.pop();
            if (seen.add(key)) {
                names.add(PnpmKey.withoutPeers(key));
                next.addAll(needs.getOrDefault(key, List.of()));
            }
        }
        return names;
    }
}
