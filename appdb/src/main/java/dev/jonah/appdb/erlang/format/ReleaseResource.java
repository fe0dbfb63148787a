package dev.jonah.appdb.erlang.format;

import dev.jonah.appdb.erlang.format.Term.Atom;
import dev.jonah.appdb.erlang.format.Term.Tuple;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the resource file of a release says (Erlang sasl, "rel"): {@code {release, {Name, Vsn}, {erts, Vsn}, [{App,
 * Vsn…}…]}.}
 *
 * @param name of the release
 * @param version of the release, or null
 * @param runtime version of the run-time system, or null
 * @param applications versions by name, in order
 */
public record ReleaseResource(
        String name, @Nullable String version, @Nullable String runtime, Map<String, String> applications) {
    /** Copies the map. */
    public ReleaseResource {
        applications = Collections.unmodifiableMap(new LinkedHashMap<>(applications));
    }

    /** Of the terms of a file; null if they are something else. */
    public static @Nullable ReleaseResource of(List<Term> terms) {
        if (terms.size() != 1
                || !(terms.get(0) instanceof Tuple whole)
                || whole.elements().size() != 4
                || !(whole.elements().get(0) instanceof Atom head)
                || !head.name().equals("release")
                || !(whole.elements().get(1) instanceof Tuple identity)) {
            return null;
        }
        String name = at(identity, 0);
        if (name == null) {
            return null;
        }
        Map<String, String> applications = new LinkedHashMap<>();
        for (Term application : whole.elements().get(3).elements()) {
            String applicationName = application instanceof Tuple tuple ? at(tuple, 0) : null;
            String version = application instanceof Tuple tuple ? at(tuple, 1) : null;
            if (applicationName != null && version != null) {
                applications.put(applicationName, version);
            }
        }
        String runtime = whole.elements().get(2) instanceof Tuple erts ? at(erts, 1) : null;
        return new ReleaseResource(name, at(identity, 1), runtime, applications);
    }

    private static @Nullable String at(Tuple tuple, int index) {
        return index < tuple.elements().size() ? tuple.elements().get(index).text() : null;
    }
}
