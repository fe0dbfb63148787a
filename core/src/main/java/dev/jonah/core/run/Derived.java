package dev.jonah.core.run;

import dev.jonah.pipeline.StepContext;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What several steps work out from the same facts, worked out once. Nothing but a saving: it can be thrown away and made
 * again from the facts at any time, and is never written down.
 */
public interface Derived extends StepContext {
    /** What {@code maker} makes of the facts of these types, made anew only after more such facts were written. */
    <T> T derived(Class<T> type, Set<Class<? extends Record>> from, Supplier<T> maker);

    /** As {@link #derived}, for contexts of any kind. */
    static <T> T of(StepContext context, Class<T> type, Set<Class<? extends Record>> from, Supplier<T> maker) {
        return context instanceof Derived derived ? derived.derived(type, from, maker) : maker.get();
    }
}
