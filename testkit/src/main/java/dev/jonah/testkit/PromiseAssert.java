package dev.jonah.testkit;

import dev.jonah.image.EntryType;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about one promised file; made by {@link PackageAssert#promises}. Null asserts that nothing is recorded. */
public final class PromiseAssert extends AbstractAssert<PromiseAssert, PackageFile> {
    PromiseAssert(PackageFile actual) {
        super(actual, PromiseAssert.class);
    }

    /** What it should be. */
    public PromiseAssert withType(@Nullable EntryType expected) {
        return equal("type", actual.type(), expected);
    }

    /** The recorded checksum, {@code sha1:…}. */
    public PromiseAssert withDigest(@Nullable String expected) {
        return equal("digest", text(actual.digest()), expected);
    }

    /** The recorded link target. */
    public PromiseAssert withTarget(@Nullable String expected) {
        return equal("target", text(actual.target()), expected);
    }

    /** The recorded checksum of the link target, {@code sha1:…}. */
    public PromiseAssert withTargetDigest(@Nullable String expected) {
        return equal("digest of the target", text(actual.targetDigest()), expected);
    }

    /** The recorded size. */
    public PromiseAssert withSize(@Nullable Long expected) {
        return equal("size", actual.size(), expected);
    }

    /** The recorded permission bits. */
    public PromiseAssert withMode(@Nullable Integer expected) {
        return equal("mode", octal(actual.mode()), octal(expected));
    }

    /** The recorded numeric owner. */
    public PromiseAssert withOwner(@Nullable Long uid, @Nullable Long gid) {
        return equal("uid", actual.uid(), uid).equal("gid", actual.gid(), gid);
    }

    /** What a difference means. */
    public PromiseAssert ifDifferent(PackageFile.Difference expected) {
        return equal("meaning of a difference", actual.ifDifferent(), expected);
    }

    /** What absence means. */
    public PromiseAssert ifMissing(MissingClass expected) {
        return equal("meaning of absence", actual.ifMissing(), expected);
    }

    /** The rule that evidence will name. */
    public PromiseAssert withRule(String expected) {
        return equal("rule", actual.rule(), expected);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String octal(@Nullable Integer mode) {
        return mode == null ? null : Integer.toOctalString(mode);
    }

    private PromiseAssert equal(String what, @Nullable Object found, @Nullable Object expected) {
        if (!Objects.equals(found, expected)) {
            failWithActualExpectedAndMessage(
                    found, expected, "%s of %s is <%s>, expected <%s>", what, actual.path(), found, expected);
        }
        return this;
    }
}
