package dev.jonah.packages;

import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One path that a package promises, and what the package recorded about it. Whatever it did not record is null and will
 * not be compared. Directories may be promised too: they are compared, but are no entries of the ledger.
 *
 * @param path as the package says, made absolute; parents may be symbolic links
 * @param type what it should be ({@link EntryType#FILE} stands for hard links too), or null
 * @param size bytes of the content, or null
 * @param digest checksum of the content, or null
 * @param target target of a symbolic link, or null
 * @param targetDigest checksum of the bytes of a symbolic link's target, or null
 * @param mode permission bits, {@code 07777}, or null
 * @param uid numeric owner, or null
 * @param gid numeric group, or null
 * @param owner name of the owner where the package records names, or null
 * @param group name of the group, or null
 * @param device number of a device node, or null
 * @param modified seconds since 1970, or null
 * @param attributes extended attributes that the package recorded, by name; null if it records none
 * @param ifDifferent what a difference of the content or link target means
 * @param masked what the package does not insist on although it recorded it: a difference is evidence and no signal
 * @param ifMissing what it means that there is nothing; {@link MissingClass#UNEXPLAINED} unless the package knows
 * @param rule stable name of what was compared with what, for evidence: {@code apk.checksum}
 * @param note a sentence for the evidence, such as the rule that makes it configuration, or null
 * @param source file of the image that recorded this, or null for the package's {@code foundAt}
 * @param byDirectory whether nothing names this path, and it is the package's for lying in its directory; whoever adds a
 *     file there adds it to the package, so finders of signals may look at it as at files that nobody vouches for
 */
public record PackageFile(
        ImagePath path,
        @Nullable EntryType type,
        @Nullable Long size,
        @Nullable Digest digest,
        @Nullable RawText target,
        @Nullable Digest targetDigest,
        @Nullable Integer mode,
        @Nullable Long uid,
        @Nullable Long gid,
        @Nullable String owner,
        @Nullable String group,
        @Nullable Device device,
        @Nullable Long modified,
        @Nullable Map<String, Digest> attributes,
        Difference ifDifferent,
        Set<Aspect> masked,
        MissingClass ifMissing,
        String rule,
        @Nullable String note,
        @Nullable ImagePath source,
        boolean byDirectory) {
    /** What a difference between the image and the package's record means. */
    public enum Difference {
        /** Somebody changed what must not change. */
        MODIFIED,
        /** Somebody edited configuration. */
        CONFIG_EDITED,
        /** The package expects it (a ghost, a masked check, another package's content): the file is merely owned. */
        EXPECTED
    }

    /** What is compared beside content, link target, type and device. */
    public enum Aspect {
        /** Permission bits. */
        MODE,
        /** The owner, by number or name. */
        OWNER,
        /** The group, by number or name. */
        GROUP,
        /** When it was modified last. */
        MODIFIED,
        /** Extended attributes, capabilities among them. */
        ATTRIBUTES
    }

    /** Copies map and set. */
    public PackageFile {
        masked = masked.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(masked));
        attributes = attributes == null ? null : java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** A promise of {@code path}; {@code rule} names what records it: {@code apk.checksum}. */
    public static Builder at(ImagePath path, String rule) {
        return new Builder(path, rule);
    }

    /** Collects what is recorded; not safe for several threads. */
    public static final class Builder {
        private final ImagePath path;
        private final String rule;
        private @Nullable EntryType type;
        private @Nullable Long size;
        private @Nullable Digest digest;
        private @Nullable RawText target;
        private @Nullable Digest targetDigest;
        private @Nullable Integer mode;
        private @Nullable Long uid;
        private @Nullable Long gid;
        private @Nullable String owner;
        private @Nullable String group;
        private @Nullable Device device;
        private @Nullable Long modified;
        private @Nullable Map<String, Digest> attributes;
        private Difference ifDifferent = Difference.MODIFIED;
        private Set<Aspect> masked = Set.of();
        private MissingClass ifMissing = MissingClass.UNEXPLAINED;
        private @Nullable String note;
        private @Nullable ImagePath source;
        private boolean byDirectory;

        private Builder(ImagePath path, String rule) {
            this.path = path;
            this.rule = rule;
        }

        /** What it should be. */
        public Builder type(@Nullable EntryType value) {
            type = value;
            return this;
        }

        /** Bytes of the content. */
        public Builder size(@Nullable Long value) {
            size = value;
            return this;
        }

        /** Checksum of the content. */
        public Builder digest(@Nullable Digest value) {
            digest = value;
            return this;
        }

        /** Target of a symbolic link. */
        public Builder target(@Nullable RawText value) {
            target = value;
            return this;
        }

        /** Checksum of a symbolic link's target. */
        public Builder targetDigest(@Nullable Digest value) {
            targetDigest = value;
            return this;
        }

        /** Permission bits; others are cut off. */
        public Builder mode(@Nullable Integer value) {
            mode = value == null ? null : value & 07777;
            return this;
        }

        /** Numeric owner. */
        public Builder uid(@Nullable Long value) {
            uid = value;
            return this;
        }

        /** Numeric group. */
        public Builder gid(@Nullable Long value) {
            gid = value;
            return this;
        }

        /** Name of the owner. */
        public Builder owner(@Nullable String value) {
            owner = value;
            return this;
        }

        /** Name of the group. */
        public Builder group(@Nullable String value) {
            group = value;
            return this;
        }

        /** Number of a device node. */
        public Builder device(@Nullable Device value) {
            device = value;
            return this;
        }

        /** Seconds since 1970. */
        public Builder modified(@Nullable Long value) {
            modified = value;
            return this;
        }

        /** Extended attributes, each with the digest of its value. */
        public Builder attributes(@Nullable Map<String, Digest> value) {
            attributes = value;
            return this;
        }

        /** What a difference means; {@link Difference#MODIFIED} unless set. */
        public Builder ifDifferent(Difference value) {
            ifDifferent = value;
            return this;
        }

        /** What the package recorded and does not insist on; nothing unless set. */
        public Builder masked(Set<Aspect> value) {
            masked = value;
            return this;
        }

        /** What absence means; {@link MissingClass#UNEXPLAINED} unless set. */
        public Builder ifMissing(MissingClass value) {
            ifMissing = value;
            return this;
        }

        /** A sentence for the evidence. */
        public Builder note(@Nullable String value) {
            note = value;
            return this;
        }

        /** The file of the image that recorded this. */
        public Builder source(@Nullable ImagePath value) {
            source = value;
            return this;
        }

        /**
         * Nothing names the path: it is the package's for lying in its directory, or, as a program that holds a list of what
         * it is made of, by its own word alone.
         */
        public Builder byDirectory() {
            byDirectory = true;
            return this;
        }

        /** The promise as described so far. */
        public PackageFile build() {
            return new PackageFile(
                    path,
                    type,
                    size,
                    digest,
                    target,
                    targetDigest,
                    mode,
                    uid,
                    gid,
                    owner,
                    group,
                    device,
                    modified,
                    attributes,
                    ifDifferent,
                    masked,
                    ifMissing,
                    rule,
                    note,
                    source,
                    byDirectory);
        }
    }
}
