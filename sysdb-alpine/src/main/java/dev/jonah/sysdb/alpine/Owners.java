package dev.jonah.sysdb.alpine;

import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import org.jspecify.annotations.Nullable;

/** Questions that the explainers ask about what apk owns. */
final class Owners {
    private final Explainer.Scan scan;

    Owners(Explainer.Scan scan) {
        this.scan = scan;
    }

    /** The package of apk that owns the entry, or null. */
    @Nullable
    SoftwarePackage of(ImagePath path) {
        SoftwarePackage owner = scan.owner(path);
        return owner != null && owner.purl().type().equals("apk") ? owner : null;
    }

    /** Whether a package of apk owns the entry, and it is not known to differ from what the package shipped. */
    boolean isUnchanged(ImagePath path) {
        Verdict verdict = scan.verdict(path);
        return of(path) != null && (verdict == Verdict.VERIFIED || verdict == Verdict.OWNED);
    }

    /** What a symbolic link leads to, if a package of apk owns that; else null. */
    @Nullable
    FileEntry target(FileEntry link) {
        FileEntry target = scan.tree().resolve(link.path()).orElse(null);
        return target != null && of(target.path()) != null ? target : null;
    }

    /** The origin of a package of apk: its source name, or its own name if it has none. */
    static String origin(SoftwarePackage owner) {
        SoftwarePackage.Source source = owner.source();
        return source == null ? owner.purl().name() : source.name();
    }
}
