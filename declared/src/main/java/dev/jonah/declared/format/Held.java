package dev.jonah.declared.format;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Packages of which a later part of the file tells more, by key. Whoever holds some releases them at the end, and where the
 * file breaks off too.
 */
public final class Held {
    private static final int MOST = 500_000;

    private final Map<String, Declaration.Builder> byKey = new LinkedHashMap<>();

    /** Nothing held. */
    public Held() {}

    /**
     * Holds a package; one that was held by the same key before is returned instead.
     *
     * @throws IOException if more are held than any project has
     */
    public Declaration.Builder hold(String key, Declaration.Builder found) throws IOException {
        if (byKey.size() == MOST && !byKey.containsKey(key)) {
            throw new IOException("it has more than " + MOST + " packages");
        }
        Declaration.Builder before = byKey.putIfAbsent(key, found);
        return before == null ? found : before;
    }

    /** The package that is held by this key, or null. */
    public Declaration.@Nullable Builder get(String key) {
        return byKey.get(key);
    }

    /** Hands all over, in the order in which they were held. */
    public void release(Findings out) {
        byKey.values().forEach(out::declared);
        byKey.clear();
    }
}
