package dev.jonah.appdb.perl;

import dev.jonah.appdb.perl.Library.Recorded;
import dev.jonah.appdb.perl.format.DistributionMetadata;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes a distribution by what cpanm recorded of it. */
final class Distribution {
    private final Library library;
    private final Recorded recorded;
    private final DistributionMetadata metadata;

    Distribution(Library library, Recorded recorded) {
        this.library = library;
        this.recorded = recorded;
        DistributionMetadata read = recorded.metadata();
        this.metadata = read == null
                ? new DistributionMetadata(null, null, null, List.of(), List.of(), null, null, Map.of())
                : read;
    }

    /** Null if nothing tells. */
    @Nullable
    String name() {
        String name = metadata.name();
        String distribution = recorded.record().distribution();
        String version = recorded.record().version();
        if (name == null && distribution != null && version != null && distribution.endsWith("-" + version)) {
            return distribution.substring(0, distribution.length() - version.length() - 1);
        }
        // Older tools write the main module.
        return name == null ? null : name.replace("::", "-");
    }

    /** Null if nothing tells. */
    @Nullable
    String version() {
        return metadata.version() == null ? recorded.record().version() : metadata.version();
    }

    /** A package of this URL, found at a file; {@code place} is where lists of files would be. */
    SoftwarePackage.Builder describe(Purl purl, ImagePath foundAt, Place place, PackageScan scan) throws IOException {
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, foundAt)
                .foundAt(recorded.file())
                .licenses(metadata.licenses())
                .description(metadata.description())
                .homepage(metadata.homepage())
                .maintainer(metadata.authors().isEmpty() ? null : String.join(", ", metadata.authors()))
                .extra("cpan.module", recorded.record().module())
                .extra("cpan.author", recorded.record().author())
                .extra("cpan.pathname", recorded.record().pathname())
                .extra("cpan.repository", metadata.repository());
        List<String> dependencies = new ArrayList<>();
        for (Map.Entry<String, String> required : metadata.requires().entrySet()) {
            String module = required.getKey();
            dependencies.add(required.getValue().equals("0") ? module : module + " " + required.getValue());
            ImagePath instance = instance(module, place, scan);
            if (instance != null && !instance.equals(foundAt)) {
                builder.resolved(instance, null);
            }
        }
        builder.dependencies(dependencies);
        if (scan.wantsFiles()) {
            for (String name : List.of("install.json", "MYMETA.json")) {
                ImagePath path = recorded.directory().resolve(name);
                if (scan.tree().find(path).filter(e -> !e.isDirectory()).isPresent()) {
                    builder.file(PackageFile.at(path, "perl.meta").build());
                }
            }
        }
        return builder;
    }

    /** The file that tells of the distribution with this module, in the same directory of libraries; or null. */
    private @Nullable ImagePath instance(String module, Place place, PackageScan scan) {
        Recorded other = library.of(module);
        String main = other == null ? null : other.record().module();
        ImagePath list = place.listOf(main == null ? module : main);
        if (scan.tree().resolveFile(list).isPresent()) {
            return list;
        }
        return other == null ? null : other.file();
    }
}
