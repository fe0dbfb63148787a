package dev.jonah.core.steps;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.image.Image;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.ClaimFacts;
import dev.jonah.pipeline.ClaimFacts.Claim;
import dev.jonah.pipeline.ClaimFacts.Missing;
import dev.jonah.pipeline.PackageFacts;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Joins what packages promise to entries of the tree, by canonical path, and notes what is not there. An application package
 * that a system package installed has the files that this one lists: for lying in its directory nothing else becomes its own.
 */
final class JoinClaims implements Step {
    @Override
    public String name() {
        return "claim";
    }

    @Override
    public List<String> after() {
        return List.of("system-packages", "application-packages");
    }

    @Override
    public ClaimFacts run(StepContext context) {
        Image image = context.image();
        FileTree tree = image.tree();
        List<Claim> claims = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        BrokenPromise broken = new BrokenPromise(image);
        Set<ImagePath> ofSystem = new HashSet<>();
        int number = 0;
        for (PackageFacts facts : context.facts(PackageFacts.class)) {
            for (PackageFacts.Found found : facts.packages()) {
                boolean system = found.found().kind() == SoftwarePackage.Kind.SYSTEM;
                boolean provided = !system
                        && found.found().foundAt().stream().map(tree::canonical).anyMatch(ofSystem::contains);
                for (PackageFile promise : found.found().files()) {
                    ImagePath path = tree.canonical(promise.path());
                    if (provided && promise.byDirectory() && !ofSystem.contains(path)) {
                        continue;
                    }
                    Optional<FileEntry> entry = tree.find(path).filter(e -> isCandidate(e, promise));
                    if (entry.isPresent()) {
                        claims.add(new Claim(number, path, promise));
                        if (system) {
                            ofSystem.add(path);
                        }
                    } else if (!isReservedDirectory(promise)) {
                        missing.add(broken.explain(number, found.found(), promise, path));
                    }
                }
                number++;
            }
        }
        return new ClaimFacts(claims, missing);
    }

    /**
     * A directory keeps no promise of a file, since it has no line in the books. A promised directory may have become a
     * link to one, as where folders were merged; then there is nothing to claim and nothing missing.
     */
    private static boolean isCandidate(FileEntry entry, PackageFile promise) {
        if (isDirectory(promise)) {
            return entry.isDirectory() || entry.type() == EntryType.SYMLINK;
        }
        return !entry.isDirectory();
    }

    /** A directory whose name is only reserved (a mount point) holds nothing that could be missed. */
    private static boolean isReservedDirectory(PackageFile promise) {
        return isDirectory(promise) && promise.ifMissing() == MissingClass.GHOST;
    }

    static boolean isDirectory(PackageFile promise) {
        return promise.type() == EntryType.DIRECTORY;
    }
}
