package dev.jonah.sysdb.rpm.explain;

import dev.jonah.ledger.Explainer;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions that the explainers ask about the packages of rpm. */
final class Owners {
    private final Explainer.Scan scan;

    Owners(Explainer.Scan scan) {
        this.scan = scan;
    }

    /** Every package of rpm. */
    Stream<SoftwarePackage> packages() {
        return scan.packages().stream().filter(p -> p.purl().type().equals("rpm"));
    }

    /** Whether rpm is in use at all. */
    boolean any() {
        return packages().findAny().isPresent();
    }

    /** The package of rpm that owns the entry, or null. */
    @Nullable
    SoftwarePackage of(ImagePath path) {
        SoftwarePackage owner = scan.owner(path);
        return owner != null && owner.purl().type().equals("rpm") ? owner : null;
    }

    /** The directories of the databases that packages were found in. */
    Set<ImagePath> databaseDirectories() {
        Set<ImagePath> directories = new TreeSet<>();
        packages()
                .forEach(p -> p.foundAt().forEach(path -> {
                    ImagePath parent = path.parent();
                    if (parent != null) {
                        directories.add(parent);
                    }
                }));
        return directories;
    }
}
