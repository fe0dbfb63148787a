package dev.jonah.provenance.signals;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileVersion;
import dev.jonah.image.Image;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a later layer did to the directories of packages that keep no lists of their files: such a package is installed in one
 * go, so its files come with the one by which it is found.
 */
public final class DirectoryFinder implements SignalFinder {
    private static final SignalKind CHANGED =
            SignalKind.alarm("changed-in-package", "a later layer changed it in the directory of a package");
    private static final SignalKind ADDED =
            SignalKind.notice("added-to-package", "a later layer added it to the directory of a package");

    @Override
    public String id() {
        return "jonah.signals.directories";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of(CHANGED, ADDED);
    }

    @Override
    public Set<Standing> looksAt() {
        return Set.of(Standing.INSIDE);
    }

    @Override
    public Look begin(Scan scan) {
        Image image = scan.image();
        return (subject, findings) -> {
            FileEntry entry = subject.entry();
            SoftwarePackage owner = entry.layer() == 0 ? null : scan.owner(entry.path());
            FileEntry manifest = owner == null
                    ? null
                    : image.tree().find(owner.foundAt().get(0)).orElse(null);
            if (manifest == null || entry.layer() <= manifest.layer()) {
                return;
            }
            FileEntry earlier = earlier(entry, image);
            if (earlier == null) {
                findings.add(ADDED, detail(entry, manifest));
            } else if (!isSame(entry, earlier)) {
                findings.add(CHANGED, detail(entry, manifest));
            }
        };
    }

    private static String detail(FileEntry entry, FileEntry manifest) {
        return "layer " + entry.layer() + ", where the package came with layer " + manifest.layer();
    }

    private static @Nullable FileEntry earlier(FileEntry entry, Image image) {
        FileEntry latest = null;
        for (FileVersion version : image.versions(entry.path())) {
            FileEntry each = version.entry();
            if (each.layer() < entry.layer() && (latest == null || each.layer() > latest.layer())) {
                latest = each;
            }
        }
        return latest;
    }

    /** A file whose mode, owner or time changes is stored anew with the same content. */
    private static boolean isSame(FileEntry one, FileEntry other) throws IOException {
        return one.type().isRegular()
                ? other.type().isRegular() && one.size() == other.size() && SameContent.of(one, other)
                : one.type() == other.type() && java.util.Objects.equals(one.target(), other.target());
    }
}
