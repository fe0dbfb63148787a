package dev.jonah.declared.format;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One package as a lock file or list of requirements has it, in the words of the file. Immutable; what the file does not say
 * is null or empty.
 *
 * @param name in the spelling of the file; with a group, scope or vendor as that ecosystem joins them
 * @param version the one that was chosen, or null where the file chooses none
 * @param constraint what is asked for instead of one version: {@code >=1.2,<2}
 * @param integrity checksums of archives, each as the file writes it
 * @param resolved where the archive or its sources come from
 * @param source what kind of place that is, if it is not the ecosystem's own registry: {@code git}, {@code path}, …
 * @param scopes why it is needed, if not for running: {@code dev}, {@code optional}, names of groups or platforms
 * @param dependencies what it needs, as the file names it
 * @param licenses as written
 * @param description or null
 * @param homepage or null
 * @param qualifiers for its package URL, such as the platform of a gem
 * @param facts further ones, by their whole names: {@code declared.marker}
 */
public record Declaration(
        String name,
        @Nullable String version,
        @Nullable String constraint,
        List<String> integrity,
        @Nullable String resolved,
        @Nullable String source,
        List<String> scopes,
        List<String> dependencies,
        List<String> licenses,
        @Nullable String description,
        @Nullable String homepage,
        Map<String, String> qualifiers,
        Map<String, String> facts) {
    private static final int MOST_JOINED = 500;

    /** Copies lists and maps. */
    public Declaration {
        integrity = List.copyOf(integrity);
        scopes = List.copyOf(scopes);
        dependencies = List.copyOf(dependencies);
        licenses = List.copyOf(licenses);
        qualifiers = Collections.unmodifiableMap(new TreeMap<>(qualifiers));
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /**
     * What this and another declaration of the same package in the same file say together. It is needed for running if one of
     * them says so.
     */
    public Declaration and(Declaration other) {
        boolean running = scopes.isEmpty() || other.scopes.isEmpty();
        Map<String, String> all = new TreeMap<>(other.facts);
        all.putAll(facts);
        return new Declaration(
                name,
                version,
                constraint == null ? other.constraint : constraint,
                union(integrity, other.integrity),
                resolved,
                source,
                running ? List.of() : union(scopes, other.scopes),
                union(dependencies, other.dependencies),
                union(licenses, other.licenses),
                description == null ? other.description : description,
                homepage == null ? other.homepage : homepage,
                qualifiers,
                all);
    }

    private static List<String> union(List<String> one, List<String> other) {
        // Bounded, since a file may repeat a package any number of times.
        return one.size() > MOST_JOINED || one.equals(other)
                ? one
                : Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** A package of this name. */
    public static Builder of(String name) {
        return new Builder(name);
    }

    /** Collects what a file says of a package; null and empty texts are passed over. Not safe for several threads. */
    public static final class Builder {
        private final String name;
        private final Set<String> integrity = new LinkedHashSet<>();
        private final Set<String> scopes = new LinkedHashSet<>();
        private final Set<String> dependencies = new LinkedHashSet<>();
        private final Set<String> licenses = new LinkedHashSet<>();
        private final Map<String, String> qualifiers = new TreeMap<>();
        private final Map<String, String> facts = new TreeMap<>();
        private @Nullable String version;
        private @Nullable String constraint;
        private @Nullable String resolved;
        private @Nullable String source;
        private @Nullable String description;
        private @Nullable String homepage;

        private Builder(String name) {
            this.name = name;
        }

        /** The version that was chosen. */
        public Builder version(@Nullable String value) {
            version = some(value);
            return this;
        }

        /** What is asked for instead. */
        public Builder constraint(@Nullable String value) {
            constraint = some(value);
            return this;
        }

        /** A further checksum. */
        public Builder integrity(@Nullable String value) {
            add(integrity, value);
            return this;
        }

        /** Where it comes from. */
        public Builder resolved(@Nullable String value) {
            resolved = some(value);
            return this;
        }

        /** What kind of place that is. */
        public Builder source(@Nullable String value) {
            source = some(value);
            return this;
        }

        /** A further scope. */
        public Builder scope(@Nullable String value) {
            add(scopes, value);
            return this;
        }

        /** A further scope, if it holds. */
        public Builder scope(String value, boolean holds) {
            return scope(holds ? value : null);
        }

        /** It is needed for running: scopes that were told before do not count. */
        public Builder noScopes() {
            scopes.clear();
            return this;
        }

        /** A further dependency. */
        public Builder dependency(@Nullable String value) {
            add(dependencies, value);
            return this;
        }

        /** A further dependency and the version that is asked for. */
        public Builder dependency(String dependency, @Nullable String asked) {
            return dependency(asked == null || asked.isEmpty() ? dependency : dependency + " " + asked);
        }

        /** Dependencies by name, with the version that is asked for. */
        public Builder dependencies(Map<String, String> value) {
            value.forEach(this::dependency);
            return this;
        }

        /** A further licence. */
        public Builder license(@Nullable String value) {
            add(licenses, value);
            return this;
        }

        /** What it is. */
        public Builder description(@Nullable String value) {
            description = some(value);
            return this;
        }

        /** Where people read of it. */
        public Builder homepage(@Nullable String value) {
            homepage = some(value);
            return this;
        }

        /** A qualifier of its package URL. */
        public Builder qualifier(String key, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                qualifiers.put(key, value);
            }
            return this;
        }

        /** A further fact. */
        public Builder fact(String key, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                facts.put(key, value);
            }
            return this;
        }

        /** A further fact, if it holds. */
        public Builder fact(String key, boolean holds) {
            return fact(key, holds ? "true" : null);
        }

        /** The package as described so far. */
        public Declaration build() {
            return new Declaration(
                    name,
                    version,
                    constraint,
                    List.copyOf(integrity),
                    resolved,
                    source,
                    List.copyOf(scopes),
                    List.copyOf(dependencies),
                    List.copyOf(licenses),
                    description,
                    homepage,
                    qualifiers,
                    facts);
        }

        private static @Nullable String some(@Nullable String value) {
            return value == null || value.isEmpty() ? null : value;
        }

        private static void add(Set<String> set, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                set.add(value);
            }
        }
    }
}
