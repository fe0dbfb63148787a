package dev.jonah.testkit;

import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about a {@link SoftwarePackage}; made by {@link JonahAssertions}. */
public final class PackageAssert extends AbstractAssert<PackageAssert, SoftwarePackage> {
    PackageAssert(SoftwarePackage actual) {
        super(actual, PackageAssert.class);
    }

    /** The canonical package URL is this text. */
    public PackageAssert hasPurl(String expected) {
        return equal("package URL", actual.purl().toString(), expected);
    }

    /** The source package is this. */
    public PackageAssert hasSource(String name, @Nullable String version) {
        return equal("source", actual.source(), new SoftwarePackage.Source(name, version));
    }

    /** One of the files that speak of the package is this. */
    public PackageAssert isFoundAt(String path) {
        if (!actual.foundAt().contains(ImagePath.of(path))) {
            failWithMessage("%s is not found at %s but at %s", actual.purl(), path, actual.foundAt());
        }
        return this;
    }

    /** A further fact has this value; null for none. */
    public PackageAssert hasExtra(String name, @Nullable String expected) {
        return equal("extra " + name, actual.extra().get(name), expected);
    }

    /** So many files are promised. */
    public PackageAssert promisesFiles(int count) {
        return equal("number of promised files", actual.files().size(), count);
    }

    /** The path is promised exactly once; goes on with what is promised of it. */
    public PromiseAssert promises(String path) {
        ImagePath wanted = ImagePath.of(path);
        PackageFile[] found = actual.files().stream()
                .filter(file -> file.path().equals(wanted))
                .toArray(PackageFile[]::new);
        if (found.length != 1) {
            failWithMessage("%s promises %s %d times; it promises %s", actual.purl(), path, found.length, paths());
        }
        return new PromiseAssert(found[0]);
    }

    private Object paths() {
        return actual.files().stream().map(PackageFile::path).toList();
    }

    private PackageAssert equal(String what, @Nullable Object found, @Nullable Object expected) {
        if (!Objects.equals(found, expected)) {
            failWithActualExpectedAndMessage(
                    found, expected, "%s of %s is <%s>, expected <%s>", what, actual.purl(), found, expected);
        }
        return this;
    }
}
