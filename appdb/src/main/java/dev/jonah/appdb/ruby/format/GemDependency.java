package dev.jonah.appdb.ruby.format;

import java.util.List;

/**
 * A gem that another one needs.
 *
 * @param name as written
 * @param development whether only work on the gem itself needs it
 * @param requirements each an operator and a version, {@code ~> 1.0}; all must hold; empty means any version
 */
public record GemDependency(String name, boolean development, List<String> requirements) {
    /** Copies the list. */
    public GemDependency {
        requirements = List.copyOf(requirements);
    }

    /** Name and requirements as in a {@code Gemfile.lock}: {@code rake (~> 13.0, >= 13.0.2)}. */
    @Override
    public String toString() {
        return requirements.isEmpty() ? name : name + " (" + String.join(", ", requirements) + ")";
    }
}
