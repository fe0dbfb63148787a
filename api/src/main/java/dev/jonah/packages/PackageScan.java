package dev.jonah.packages;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.image.FileTree;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link PackageDatabase} or {@link ManifestParser} works with. Used by one thread. */
public interface PackageScan {
    /**
     * The root file system. What is looked up in it is remembered: the host reads a database again for an earlier layer
     * only if one of the files that it looked at differs there.
     */
    FileTree tree();

    /** The distribution, or null if it is unknown. It labels packages and decides nothing else. */
    @Nullable
    Distro distro();

    /** Whether the promised files are wanted; if not, leaving them out saves time. */
    boolean wantsFiles();

    /** Whether the promised files of this package are wanted; of others they are not looked at. */
    default boolean wantsFilesOf(Purl purl) {
        return wantsFiles();
    }

    /** Bounds to keep. */
    Limits limits();

    /** Takes what is noticed. */
    Diagnostics diagnostics();

    /**
     * Something that takes work and serves many files of one scan: computed at the first call for {@code key}, then
     * remembered as long as this scan lasts. A parser keeps it here, since it may keep nothing itself.
     *
     * @param key a constant of the plugin, or a record that names what is computed of what
     * @throws IOException if computing fails; nothing is remembered then
     */
    default <T> T once(Object key, Computation<T> computation) throws IOException {
        return computation.compute();
    }

    /** What {@link #once} computes. */
    @FunctionalInterface
    interface Computation<T> {
        /** Computes it. */
        T compute() throws IOException;
    }

    /**
     * Public keys that the caller trusts beside those of the image, each as the bytes of a file: OpenPGP, binary or
     * armoured. Empty for most.
     */
    default List<RawText> publicKeys() {
        return List.of();
    }

    /** Takes a key that the package manager of the image trusts. */
    default void trusts(TrustedKey key) {}
}
