package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.sysdb.debian.format.Conffile;
import dev.jonah.sysdb.debian.format.DpkgPackage;
import dev.jonah.sysdb.debian.format.PackageStatus;
import dev.jonah.sysdb.debian.format.Reading;
import dev.jonah.sysdb.debian.format.StatusReader;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What dpkg has on record of packages that were removed and not purged.
 *
 * @param conffiles their configuration files, by where they really are
 * @param names names of the packages, as they are and with the architecture
 */
record Removed(Map<ImagePath, Conffile> conffiles, Set<String> names) {
    static final ImagePath STATUS = ImagePath.of("/var/lib/dpkg/status");

    /** What can be read; that something cannot is reported. */
    static Removed read(Books books) {
        Removed removed = new Removed(new HashMap<>(), new HashSet<>());
        FileEntry status = books.tree().resolveFile(STATUS).orElse(null);
        Content content = status == null ? null : status.content();
        if (content == null) {
            return removed;
        }
        try (InputStream in = content.open()) {
            Reading<DpkgPackage> reading = StatusReader.read(in, books.limits());
            reading.entries().forEach(one -> removed.add(one, books));
            if (reading.failure() != null) {
                throw reading.failure();
            }
        } catch (IOException e) {
            books.warn("dpkg.explain.unreadable", STATUS, "cannot be read further: " + e.getMessage());
        }
        return removed;
    }

    private void add(DpkgPackage one, Books books) {
        PackageStatus state = one.status();
        if (state != null && state.state().equals("config-files") && one.name() != null) {
            names.add(String.valueOf(one.name()));
            names.add(one.name() + ":" + one.architecture());
            one.conffiles().forEach(c -> conffiles.put(books.tree().canonical(ImagePath.of(c.path())), c));
        }
    }

    /** Whether the file is configuration of such a package, as it was shipped. Errors as for {@link Check#look}. */
    boolean isUnchanged(FileEntry entry) throws IOException {
        Conffile conffile = conffiles.get(entry.path());
        Content content = entry.content();
        Digest recorded = conffile == null ? null : conffile.digest();
        return recorded != null && content != null && recorded.matches(content.digest(recorded.algorithm()));
    }

    /** The package that a file of dpkg's directory {@code info} is named after, if it is such a one; else null. */
    @Nullable
    String ofInfo(ImagePath path) {
        String name = path.name().latin1();
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? "" : name.substring(0, dot);
        return path.latin1().equals("/var/lib/dpkg/info/" + name) && names.contains(stem) ? stem : null;
    }
}
