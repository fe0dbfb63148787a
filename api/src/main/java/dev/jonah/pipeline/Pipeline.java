package dev.jonah.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps of a scan in order. Immutable: each change gives a new pipeline, and refuses one in which a step would come
 * before another that it must come after.
 *
 * @param steps in order
 */
public record Pipeline(List<Step> steps) {
    /**
     * @throws IllegalArgumentException if a name occurs twice, or a step stands before one that it must come after
     */
    public Pipeline {
        steps = List.copyOf(steps);
        Set<String> all = new HashSet<>();
        for (Step step : steps) {
            if (!all.add(step.name())) {
                throw new IllegalArgumentException("two steps are called " + step.name());
            }
        }
        Set<String> before = new HashSet<>();
        for (Step step : steps) {
            for (String name : step.after()) {
                if (all.contains(name) && !before.contains(name)) {
                    throw new IllegalArgumentException("step " + step.name() + " must come after " + name);
                }
            }
            before.add(step.name());
        }
    }

    /** With {@code step} behind the one called {@code name}. Errors as for {@link #without}. */
    public Pipeline insertAfter(String name, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.add(index(name) + 1, step);
        return new Pipeline(changed);
    }

    /** With {@code step} before the one called {@code name}. Errors as for {@link #without}. */
    public Pipeline insertBefore(String name, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.add(index(name), step);
        return new Pipeline(changed);
    }

    /** With {@code step} in the place of the one called {@code name}. Errors as for {@link #without}. */
    public Pipeline replace(String name, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index(name), step);
        return new Pipeline(changed);
    }

    /**
     * Without the step called {@code name}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Pipeline without(String name) {
        List<Step> changed = new ArrayList<>(steps);
        changed.remove(index(name));
        return new Pipeline(changed);
    }

    private int index(String name) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no step " + name + "; there are "
                + steps.stream().map(Step::name).toList());
    }
}
