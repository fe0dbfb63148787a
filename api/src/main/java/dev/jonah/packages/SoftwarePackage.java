package dev.jonah.packages;

import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A package that is installed in an image, or that something in the image declares. An instance is told by its package URL and where it was found: two virtual
 * environments may hold the same package. Immutable; unknown is null or an empty list.
 *
 * @param purl its package URL
 * @param kind how it came to be known
 * @param architecture as the package manager writes it, or null
 * @param source the source package that it was built from, or null
 * @param licenses as the package says, untouched
 * @param description one line or more, or null
 * @param homepage or null
 * @param maintainer or null
 * @param dependencies as the package says, in its order
 * @param resolved those dependencies whose instance the layout of the image decides, in the order found
 * @param foundAt the files of the image that say so; not empty
 * @param files what it promises; empty if it is declared
 * @param extra further facts by name, such as {@code apk.commit}; for people and other plugins
 */
public record SoftwarePackage(
        Purl purl,
        Kind kind,
        @Nullable String architecture,
        @Nullable Source source,
        List<String> licenses,
        @Nullable String description,
        @Nullable String homepage,
        @Nullable String maintainer,
        List<String> dependencies,
        List<Resolved> resolved,
        List<ImagePath> foundAt,
        List<PackageFile> files,
        Map<String, String> extra) {
    /** How a package came to be known. */
    public enum Kind {
        /** The distribution's package manager installed it. */
        SYSTEM,
        /** It is installed, by the package manager of a language or platform or otherwise. */
        APPLICATION,
        /**
         * A lock file, a list of requirements or a bill of materials names it, and nothing shows that it is there. Such a
         * package promises no files; where an installed one has the same package URL, that one counts.
         */
        DECLARED;

        /** The name in JSON: lower case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a package was built from.
     *
     * @param name source name
     * @param version source version, or null if it is not recorded
     */
    public record Source(String name, @Nullable String version) {}

    /**
     * The instance that a dependency means.
     *
     * @param foundAt a file by which that instance was found
     * @param purl its package URL, or null where that file tells of one package only; if no package of the result fits,
     *     the host leaves the dependency out
     */
    public record Resolved(ImagePath foundAt, @Nullable Purl purl) {}

    /**
     * Copies lists and map.
     *
     * @throws IllegalArgumentException if {@code foundAt} is empty, or a declared package promises files
     */
    public SoftwarePackage {
        if (foundAt.isEmpty()) {
            throw new IllegalArgumentException(purl + " was found nowhere");
        }
        if (kind == Kind.DECLARED && !files.isEmpty()) {
            throw new IllegalArgumentException(purl + " is declared only and promises files");
        }
        licenses = List.copyOf(licenses);
        dependencies = List.copyOf(dependencies);
        resolved = List.copyOf(resolved);
        foundAt = foundAt.stream().sorted().distinct().toList();
        files = List.copyOf(files);
        extra = Collections.unmodifiableMap(new TreeMap<>(extra));
    }

    /** A package of this URL that {@code foundAt} speaks of. */
    public static Builder of(Purl purl, Kind kind, ImagePath foundAt) {
        return new Builder(purl, kind, foundAt);
    }

    /** The same without its files, for whoever only counts packages. */
    public SoftwarePackage withoutFiles() {
        return new SoftwarePackage(
                purl,
                kind,
                architecture,
                source,
                licenses,
                description,
                homepage,
                maintainer,
                dependencies,
                resolved,
                foundAt,
                List.of(),
                extra);
    }

    /** Collects what is known of a package; not safe for several threads. */
    public static final class Builder {
        private final Purl purl;
        private final Kind kind;
        private final List<ImagePath> foundAt = new ArrayList<>();
        private final List<PackageFile> files = new ArrayList<>();
        private final List<Resolved> resolved = new ArrayList<>();
        private final Map<String, String> extra = new TreeMap<>();
        private @Nullable String architecture;
        private @Nullable Source source;
        private List<String> licenses = List.of();
        private @Nullable String description;
        private @Nullable String homepage;
        private @Nullable String maintainer;
        private List<String> dependencies = List.of();

        private Builder(Purl purl, Kind kind, ImagePath foundAt) {
            this.purl = purl;
            this.kind = kind;
            this.foundAt.add(foundAt);
        }

        /** Its package URL. */
        public Purl purl() {
            return purl;
        }

        /** As the package manager writes it. */
        public Builder architecture(@Nullable String value) {
            architecture = value;
            return this;
        }

        /** The source package; nothing if the name is null. */
        public Builder source(@Nullable String name, @Nullable String version) {
            source = name == null ? null : new Source(name, version);
            return this;
        }

        /** As the package says. */
        public Builder licenses(List<String> value) {
            licenses = value;
            return this;
        }

        /** A line or more. */
        public Builder description(@Nullable String value) {
            description = value;
            return this;
        }

        /** A URL. */
        public Builder homepage(@Nullable String value) {
            homepage = value;
            return this;
        }

        /** A name, mostly with an address. */
        public Builder maintainer(@Nullable String value) {
            maintainer = value;
            return this;
        }

        /** As the package says. */
        public Builder dependencies(List<String> value) {
            dependencies = value;
            return this;
        }

        /** The instance that one of the dependencies means; the package URL may be null, see {@link Resolved}. */
        public Builder resolved(ImagePath foundAt, @Nullable Purl purl) {
            resolved.add(new Resolved(foundAt, purl));
            return this;
        }

        /** A further file that speaks of this package. */
        public Builder foundAt(ImagePath value) {
            foundAt.add(value);
            return this;
        }

        /** A promised file. */
        public Builder file(PackageFile value) {
            files.add(value);
            return this;
        }

        /** A further fact; nothing if it is null or empty. */
        public Builder extra(String name, @Nullable String value) {
            if (value != null && !value.isEmpty()) {
                extra.put(name, value);
            }
            return this;
        }

        /** The package as described so far. */
        public SoftwarePackage build() {
            return new SoftwarePackage(
                    purl,
                    kind,
                    architecture,
                    source,
                    licenses,
                    description,
                    homepage,
                    maintainer,
                    dependencies,
                    resolved,
                    foundAt,
                    files,
                    extra);
        }
    }
}
