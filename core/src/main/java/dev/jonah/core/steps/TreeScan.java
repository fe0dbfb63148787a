package dev.jonah.core.steps;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.TrustedKey;
import dev.jonah.pipeline.DistroFacts;
import dev.jonah.pipeline.StepContext;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a package plugin works with. */
record TreeScan(
        FileTree tree,
        @Nullable Distro distro,
        boolean wantsFiles,
        Limits limits,
        List<RawText> publicKeys,
        Diagnostics diagnostics,
        Consumer<TrustedKey> keys,
        Map<Object, Object> remembered)
        implements PackageScan {
    @Override
    @SuppressWarnings("unchecked") // what was put in under a key is what its plugin put in
    public <T> T once(Object key, Computation<T> computation) throws IOException {
        Object known = remembered.get(key);
        if (known == null) {
            known = Objects.requireNonNull(computation.compute());
            remembered.put(key, known);
        }
        return (T) known;
    }

    @Override
    public void trusts(TrustedKey key) {
        keys.accept(key);
    }

    /** The distribution that an earlier step chose, or null. */
    static @Nullable Distro distro(StepContext context) {
        for (DistroFacts facts : context.facts(DistroFacts.class)) {
            if (facts.chosen() != null) {
                return facts.chosen().distro();
            }
        }
        return null;
    }
}
