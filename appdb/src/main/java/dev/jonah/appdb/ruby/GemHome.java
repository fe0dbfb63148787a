package dev.jonah.appdb.ruby;

import dev.jonah.appdb.ruby.format.GemDependency;
import dev.jonah.appdb.ruby.format.GemRequirement;
import dev.jonah.appdb.ruby.format.GemSpecification;
import dev.jonah.appdb.ruby.format.GemVersion;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The gems of one directory of gems, to tell which of them a dependency means. */
final class GemHome {
    private record Key(ImagePath home) {}

    private record Installed(GemVersion version, boolean isDefault, ImagePath specification) {}

    /** As RubyGems activates them: releases before others, then the newest; what came with Ruby last. */
    private static final Comparator<Installed> BEST = Comparator.comparing(
                    (Installed gem) -> !gem.version().isPrerelease())
            .thenComparing(Installed::version)
            .thenComparing(gem -> !gem.isDefault())
            .thenComparing(Installed::specification, Comparator.reverseOrder());

    /** More than anybody keeps of one gem: looking for the best one must stay cheap. */
    private static final int MOST_VERSIONS = 64;

    private final Map<String, List<Installed>> byName = new HashMap<>();

    private GemHome() {}

    /** The gems of {@code home}, read once in a scan. */
    static GemHome of(ImagePath home, PackageScan scan) throws IOException {
        return scan.once(new Key(home), () -> {
            GemHome found = new GemHome();
            found.read(home.resolve("specifications"), scan);
            found.read(home.resolve("specifications/default"), scan);
            return found;
        });
    }

    private void read(ImagePath directory, PackageScan scan) throws IOException {
        for (FileEntry file : scan.tree().children(directory)) {
            GemPlace place = GemPlace.of(file.path());
            if (place == null || !file.type().isRegular()) {
                continue;
            }
            // Whatever is wrong with it is reported where it is parsed for itself.
            GemSpecification specification = Specifications.read(file, scan, ignored -> {});
            GemIdentity gem = GemIdentity.of(place, specification, ignored -> {});
            GemVersion version = gem == null || gem.version() == null ? null : GemVersion.parse(gem.version());
            if (gem != null && version != null) {
                List<Installed> versions = byName.computeIfAbsent(gem.name(), name -> new ArrayList<>());
                if (versions.size() < MOST_VERSIONS) {
                    versions.add(new Installed(version, place.form() == GemPlace.Form.DEFAULT, file.path()));
                }
            }
        }
    }

    /** The specification of the gem that a dependency means if it is looked for here, or null. */
    @Nullable
    ImagePath resolve(GemDependency dependency) {
        return byName.getOrDefault(dependency.name(), List.of()).stream()
                .filter(gem -> GemRequirement.areMet(dependency.requirements(), gem.version()))
                .max(BEST)
                .map(Installed::specification)
                .orElse(null);
    }
}
