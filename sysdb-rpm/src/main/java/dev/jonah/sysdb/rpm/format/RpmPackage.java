package dev.jonah.sysdb.rpm.format;

import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a header says of a package. Everything is decoded when it is asked for; what the header does not record is null or
 * an empty list. Bytes that are not UTF-8 stand as {@code \xNN}.
 *
 * @param header the header
 */
public record RpmPackage(RpmHeader header) {
    private static final String KEY = "gpg-pubkey";

    /** Whether it is no package but a public key that was imported: {@code gpg-pubkey}. */
    public boolean isPublicKey() {
        return KEY.equals(name()) && !header.has(RpmTag.BASENAMES) && !header.has(RpmTag.OLDFILENAMES);
    }

    /** Its name. */
    public @Nullable String name() {
        return text(RpmTag.NAME);
    }

    /** Null if none is recorded, which compares like 0. */
    public @Nullable Long epoch() {
        return header.number(RpmTag.EPOCH);
    }

    /** Version without epoch and release. */
    public @Nullable String version() {
        return text(RpmTag.VERSION);
    }

    /** Number of the build, mostly with a mark of the distribution. */
    public @Nullable String release() {
        return text(RpmTag.RELEASE);
    }

    /** Version and release, joined by a hyphen; without a release the version alone. */
    public @Nullable String versionAndRelease() {
        String version = version();
        String release = release();
        return version == null || release == null ? version : version + "-" + release;
    }

    /** {@code x86_64}, {@code noarch}, …. */
    public @Nullable String architecture() {
        String architecture = text(RpmTag.ARCH);
        return "(none)".equals(architecture) ? null : architecture;
    }

    /** A line, in the locale C. */
    public @Nullable String summary() {
        return text(RpmTag.SUMMARY);
    }

    /** A licence expression, as the package has it. */
    public @Nullable String license() {
        return text(RpmTag.LICENSE);
    }

    /** Home page. */
    public @Nullable String url() {
        return text(RpmTag.URL);
    }

    /** Who sells or publishes it: {@code Red Hat, Inc.}. */
    public @Nullable String vendor() {
        return text(RpmTag.VENDOR);
    }

    /** Who packaged it. */
    public @Nullable String packager() {
        return text(RpmTag.PACKAGER);
    }

    /** What it was built for. */
    public @Nullable String distribution() {
        return text(RpmTag.DISTRIBUTION);
    }

    /** Where it was built. */
    public @Nullable String buildHost() {
        return text(RpmTag.BUILDHOST);
    }

    /** When it was built, in seconds since 1970. */
    public @Nullable Long buildTime() {
        return header.number(RpmTag.BUILDTIME);
    }

    /** When it was installed, in seconds since 1970. */
    public @Nullable Long installTime() {
        return header.number(RpmTag.INSTALLTIME);
    }

    /** Bytes of all its files. */
    public @Nullable Long size() {
        Long size = header.number(RpmTag.LONGSIZE);
        return size != null ? size : header.number(RpmTag.SIZE);
    }

    /** File name of the source package. */
    public @Nullable String sourceRpm() {
        return text(RpmTag.SOURCERPM);
    }

    /** What it was built from; with the epoch of the source only where rpm 6 recorded it. */
    public @Nullable RpmSource source() {
        RpmSource source = RpmSource.ofName(text(RpmTag.SOURCENEVR));
        return source != null ? source : RpmSource.ofFileName(sourceRpm());
    }

    /**
     * {@code name:stream:version:context[:arch]} of the module that it belongs to. Null where nothing is recorded, empty
     * where it is recorded that there is none.
     */
    public @Nullable String modularityLabel() {
        return text(RpmTag.MODULARITYLABEL);
    }

    /** Directories below which its files were put instead of those that it was built for. */
    public List<String> installationPrefixes() {
        return texts(RpmTag.INSTPREFIXES);
    }

    /** Dependencies of one kind, in the order of the header. */
    public List<RpmDependency> dependencies(RpmDependency.Kind kind) {
        return kind.read(header);
    }

    /** Its scripts. */
    public List<RpmScriptlet> scriptlets() {
        return RpmScriptlet.readAll(header);
    }

    /** Signatures of the header, unchecked. */
    public List<RpmSignature> signatures() {
        return RpmSignature.readAll(header);
    }

    /** Checksums of the header, computed again; empty if it has no region or none is recorded. */
    public List<RpmHeaderDigest> headerDigests() {
        return RpmHeaderDigest.computeAll(header);
    }

    /** How many files it has; cheap. */
    public int fileCount() {
        RpmEntry names = header.entry(RpmTag.BASENAMES.number());
        RpmEntry paths = header.entry(RpmTag.OLDFILENAMES.number());
        return names != null && names.count() > 0 ? names.count() : paths == null ? 0 : paths.count();
    }

    /**
     * Its files in the order of the header.
     *
     * @param problems takes a phrase for each thing that does not fit together; such values count as not recorded
     */
    public List<RpmFile> files(Consumer<String> problems) {
        return new RpmFilesReader(header, problems).read();
    }

    /** Entries that change what is signed, without there being a relocation that explains them, as phrases. */
    public List<String> unsignedChanges() {
        List<String> found = new ArrayList<>();
        boolean relocated = header.has(RpmTag.ORIGBASENAMES) || header.has(RpmTag.INSTPREFIXES);
        for (RpmEntry entry : header.overrides()) {
            RpmTag tag = RpmTag.of(entry.tag());
            boolean path = tag == RpmTag.BASENAMES
                    || tag == RpmTag.DIRNAMES
                    || tag == RpmTag.DIRINDEXES
                    || tag == RpmTag.OLDFILENAMES
                    || tag == RpmTag.FILESTATES;
            if (!(path && relocated)) {
                found.add(RpmTag.describe(entry.tag()));
            }
        }
        return found;
    }

    /** The first string of a tag as text; null if there is none. */
    public @Nullable String text(RpmTag tag) {
        RawText text = header.text(tag);
        return text == null ? null : text.toString();
    }

    /** The strings of a tag as text. */
    public List<String> texts(RpmTag tag) {
        return header.texts(tag).stream().map(RawText::toString).toList();
    }

    /** {@code name-version-release.architecture}, for people. */
    @Override
    public String toString() {
        String architecture = architecture();
        return architecture == null ? header.toString() : header + "." + architecture;
    }
}
