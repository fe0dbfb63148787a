package dev.jonah.core.steps;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.util.List;
import java.util.Map;

/** Compares what is not content: mode, owner, extended attributes. Links have none of their own worth comparing. */
final class Metadata {
    private static final int SET_ID = 06000;
    private static final String CAPABILITY = "security.capability";

    private Metadata() {}

    static void compare(FileEntry entry, PackageFile promise, List<String> differences, List<String> signals) {
        if (entry.type() != EntryType.SYMLINK) {
            mode(entry, promise, differences, signals);
            attributes(entry, promise, differences, signals);
        }
        if (promise.uid() != null && promise.uid() != entry.uid()) {
            differences.add("owner " + entry.uid() + ", the package has " + promise.uid());
            signals.add("owner-changed");
        }
        if (promise.gid() != null && promise.gid() != entry.gid()) {
            differences.add("group " + entry.gid() + ", the package has " + promise.gid());
            signals.add("group-changed");
        }
    }

    private static void mode(FileEntry entry, PackageFile promise, List<String> differences, List<String> signals) {
        Integer recorded = promise.mode();
        if (recorded == null || recorded == entry.mode() || promise.type() == EntryType.SYMLINK) {
            return;
        }
        differences.add(String.format("mode %04o, the package has %04o", entry.mode(), recorded));
        signals.add("mode-changed");
        if ((entry.mode() & ~recorded & SET_ID) != 0) {
            signals.add("set-id-added");
        }
    }

    private static void attributes(
            FileEntry entry, PackageFile promise, List<String> differences, List<String> signals) {
        Map<String, Digest> recorded = promise.attributes();
        if (recorded == null) {
            return;
        }
        recorded.forEach((name, digest) -> {
            RawText value = entry.attributes().get(name);
            if (value == null) {
                differences.add("lacks the attribute " + name);
            } else if (!digest.matches(Digest.compute(digest.algorithm(), value.bytes()))) {
                differences.add("the attribute " + name + " differs from the package's");
            }
        });
        if (entry.attributes().containsKey(CAPABILITY) && !recorded.containsKey(CAPABILITY)) {
            differences.add("has capabilities that the package does not have");
            signals.add("capabilities-added");
        }
    }
}
