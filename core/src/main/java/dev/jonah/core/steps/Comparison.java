package dev.jonah.core.steps;

import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.pipeline.VerificationFacts.Result;
import dev.jonah.pipeline.VerificationFacts.Status;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * What verification means, once for all packages. Content decides (or, for links and devices, where they lead): it is
 * equal only if a checksum, a link target or a device number that the package recorded was compared and fits. Mode, owner
 * and attributes are compared where they were recorded and never change the verdict.
 */
final class Comparison {
    private Comparison() {}

    static Result of(FileEntry entry, PackageFile promise, Accounts accounts, byte[] room) throws IOException {
        Metadata metadata = Metadata.compare(entry, promise, accounts);
        Outcome outcome = content(entry, promise, room);
        return new Result(
                outcome.status, outcome.compared, outcome.difference, metadata.differences(), metadata.signals());
    }

    private record Outcome(Status status, String compared, String difference) {
        static Outcome of(boolean equal, String compared) {
            return equal ? new Outcome(Status.EQUAL, compared, "") : different(compared, compared + " differs");
        }

        static Outcome different(String compared, String difference) {
            return new Outcome(Status.DIFFERENT, compared, difference);
        }

        static final Outcome NOTHING = new Outcome(Status.NOTHING_RECORDED, "", "");
    }

    private static Outcome content(FileEntry entry, PackageFile promise, byte[] room) throws IOException {
        EntryType type = entry.type() == EntryType.HARDLINK ? EntryType.FILE : entry.type();
        EntryType promised = promise.type() == EntryType.HARDLINK ? EntryType.FILE : promise.type();
        if (type == EntryType.DIRECTORY || promised == EntryType.DIRECTORY) {
            return Outcome.NOTHING;
        }
        if (promised != null && promised != type) {
            return Outcome.different("type", "it is a " + type.id() + ", the package has a " + promised.id());
        }
        if (promise.device() != null && type != EntryType.CHAR && type != EntryType.BLOCK) {
            return Outcome.different("type", "it is a " + type.id() + ", the package has a device");
        }
        return switch (type) {
            case SYMLINK -> link(entry, promise);
            case FILE -> file(entry, promise, room);
            default -> node(entry, promise);
        };
    }

    private static Outcome link(FileEntry entry, PackageFile promise) {
        RawText target = entry.target();
        if (target != null && promise.target() != null) {
            return target.equals(promise.target())
                    ? Outcome.of(true, "link target")
                    : Outcome.different(
                            "link target", "it points to " + target + ", the package's to " + promise.target());
        }
        Digest expected = promise.targetDigest();
        if (target != null && expected != null) {
            Digest actual = Digest.compute(expected.algorithm(), target.bytes());
            return Outcome.of(expected.matches(actual), expected.algorithm().displayName() + " of the link target");
        }
        // A checksum of a content, and no way to have come from a link: a file was promised.
        return promise.digest() != null && promise.type() == null && expected == null
                ? Outcome.different("type", "it is a symlink, the package has a file")
                : Outcome.NOTHING;
    }

    private static Outcome node(FileEntry entry, PackageFile promise) {
        if (promise.device() != null) {
            return Outcome.of(promise.device().equals(entry.device()), "device number");
        }
        return promise.digest() != null || promise.target() != null || promise.targetDigest() != null
                ? Outcome.different("type", "it is a " + entry.type().id() + ", which the package does not have there")
                : Outcome.NOTHING;
    }

    private static Outcome file(FileEntry entry, PackageFile promise, byte[] room) throws IOException {
        Digest expected = promise.digest();
        if (promise.size() != null && promise.size() != entry.size()) {
            return Outcome.different("size", "its size is " + entry.size() + ", the package's " + promise.size());
        }
        if (expected == null) {
            return promise.target() == null && (promise.targetDigest() == null || promise.type() != null)
                    ? Outcome.NOTHING
                    : Outcome.different("type", "it is a file, the package has a symlink");
        }
        Content content = entry.content();
        if (content == null) {
            return new Outcome(Status.UNREADABLE, "", "its layer does not hold its content");
        }
        String compared = expected.algorithm().displayName();
        try {
            return expected.matches(content.digest(expected.algorithm(), room))
                    ? Outcome.of(true, compared)
                    : Outcome.different(compared, compared + " differs from the package's");
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return new Outcome(Status.UNREADABLE, "", String.valueOf(e.getMessage()));
        }
    }
}
