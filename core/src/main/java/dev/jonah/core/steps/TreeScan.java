package dev.jonah.core.steps;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.pipeline.DistroFacts;
import dev.jonah.pipeline.StepContext;
import org.jspecify.annotations.Nullable;

/** What a package plugin works with. */
record TreeScan(FileTree tree, @Nullable Distro distro, boolean wantsFiles, Limits limits, Diagnostics diagnostics)
        implements PackageScan {
    static TreeScan of(StepContext context, FileTree tree, boolean wantsFiles, Diagnostics diagnostics) {
        return new TreeScan(tree, distro(context), wantsFiles, context.limits(), diagnostics);
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
