package dev.jonah.appdb.ruby;

import dev.jonah.appdb.ruby.GemPlace.Form;
import dev.jonah.appdb.ruby.format.GemSpecification;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** What the gems that came with a Ruby claim of its standard library. */
final class DefaultGems {
    private record Key(ImagePath home) {}

    private DefaultGems() {}

    /** The paths that the gems in {@code specifications/default} of a directory of gems claim. */
    static Set<ImagePath> claimed(ImagePath home, PackageScan scan) throws IOException {
        return scan.once(new Key(home), () -> {
            Set<ImagePath> claimed = new HashSet<>();
            for (FileEntry file : scan.tree().children(home.resolve("specifications/default"))) {
                GemPlace place = GemPlace.of(file.path());
                if (place == null
                        || place.form() != Form.DEFAULT
                        || !file.type().isRegular()) {
                    continue;
                }
                // Whatever is wrong with it is reported where it is parsed for itself.
                GemSpecification specification = Specifications.read(file, scan, ignored -> {});
                GemIdentity gem = GemIdentity.of(place, specification, ignored -> {});
                if (gem != null) {
                    for (PackageFile each : GemFiles.of(place, gem, specification, scan)) {
                        claimed.add(each.path());
                    }
                }
            }
            return claimed;
        });
    }
}
