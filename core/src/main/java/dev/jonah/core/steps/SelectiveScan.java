package dev.jonah.core.steps;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.Distro;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.TrustedKey;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A scan that wants the files of some packages only. */
record SelectiveScan(PackageScan scan, Set<Purl> wanted) implements PackageScan {
    @Override
    public boolean wantsFiles() {
        return !wanted.isEmpty();
    }

    @Override
    public boolean wantsFilesOf(Purl purl) {
        return wanted.contains(purl);
    }

    @Override
    public FileTree tree() {
        return scan.tree();
    }

    @Override
    public @Nullable Distro distro() {
        return scan.distro();
    }

    @Override
    public Limits limits() {
        return scan.limits();
    }

    @Override
    public Diagnostics diagnostics() {
        return scan.diagnostics();
    }

    @Override
    public <T> T once(Object key, Computation<T> computation) throws IOException {
        return scan.once(key, computation);
    }

    @Override
    public List<RawText> publicKeys() {
        return scan.publicKeys();
    }

    @Override
    public void trusts(TrustedKey key) {
        scan.trusts(key);
    }
}
