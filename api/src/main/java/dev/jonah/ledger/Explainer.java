package dev.jonah.ledger;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.plugin.Plugin;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SPI: explains files that no package claims. An explanation names the rule and the input, and has looked at the content:
 * a file that somebody planted at the right place must stay unexplained.
 *
 * <p>All explainers see the books as they stand after claims are verified; none sees what another one says. If several
 * explain one entry, the first by plugin id counts.
 */
public interface Explainer extends Plugin {
    /** Which entries it may have something to say about. */
    FilePattern candidates();

    /**
     * Whether what it says of a candidate depends on no other candidate. If so, the host may split many candidates into
     * several calls, made at once by several threads.
     */
    default boolean explainsEachAlone() {
        return false;
    }

    /**
     * Hands over what can be explained among {@link Scan#candidates()}.
     *
     * @throws IOException if the image cannot be read further; explanations handed over before that count
     */
    void explain(Scan scan, Consumer<Explanation> out) throws IOException;

    /** What a call of an explainer works with. Used by one thread. */
    interface Scan {
        /** The root file system. */
        FileTree tree();

        /**
         * The entries that fit {@link Explainer#candidates()} and that no package claims, in path order; a part of them
         * where {@link Explainer#explainsEachAlone()}.
         */
        Stream<FileEntry> candidates();

        /** Every package found, by package URL. */
        List<SoftwarePackage> packages();

        /** Whether a package of this type and name is installed: {@code ("apk", "busybox")}. */
        default boolean isInstalled(String type, String name) {
            return packages().stream()
                    .anyMatch(
                            p -> p.purl().type().equals(type) && p.purl().name().equals(name));
        }

        /** The package that owns an entry, or null; the path is the entry's own (canonical) one. */
        @Nullable
        SoftwarePackage owner(ImagePath path);

        /** The verdict that an entry has by its claims, or null if nothing claims it. */
        @Nullable
        Verdict verdict(ImagePath path);

        /** Bounds to keep. */
        Limits limits();

        /** Takes what is noticed. */
        Diagnostics diagnostics();
    }
}
