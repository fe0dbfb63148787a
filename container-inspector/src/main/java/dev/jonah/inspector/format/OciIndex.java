package dev.jonah.inspector.format;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.AttachedDocument;
import dev.jonah.image.Blob;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.Platform;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.inspector.format.OciManifest.Blobs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All images that an index and the indexes below it name (OCI image specification, image-index.md). Attestations and other
 * artifacts are set aside. Blobs may be absent or broken; that matters only for what is chosen.
 */
final class OciIndex {
    private static final Platform DEFAULT = new Platform("linux", "amd64", null);
    private static final int MOST_DESCRIPTORS = 10_000;

    /**
     * An image that could be meant.
     *
     * @param descriptor what leads to its manifest
     * @param config digest of its configuration, or null if the manifest is not there
     */
    record Candidate(
            OciDescriptor descriptor,
            List<String> names,
            @Nullable Platform platform,
            @Nullable String config) {
        String digest() {
            return descriptor.digest();
        }

        String label() {
            String name = names.isEmpty() ? digest() : String.join(" = ", names);
            return platform == null ? name : name + " (" + platform + ")";
        }

        boolean sharesAName(Candidate other) {
            return names.isEmpty() || other.names.isEmpty() || names.stream().anyMatch(other.names::contains);
        }
    }

    /** A nested index under a name: walked once. */
    private record Visit(String digest, List<String> names) {}

    /** What a manifest says, as far as it can be read; kept instead of the manifest, of which there may be many. */
    private record Facts(
            boolean index,
            @Nullable String artifactType,
            @Nullable Platform platform,
            @Nullable String config) {
        static final Facts NONE = new Facts(false, null, null, null);
    }

    private final Blobs blobs;
    private final ImageSelection selection;
    private final ImageSelection quiet;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<AttachedDocument> attachments = new ArrayList<>();
    private final Map<String, Facts> known = new HashMap<>();
    private final Set<Visit> visited = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private int descriptors;
    private @Nullable String note;

    private OciIndex(Blobs blobs, ImageSelection selection) {
        this.blobs = blobs;
        this.selection = selection;
        this.quiet = new ImageSelection(null, null, selection.limits(), diagnostic -> {});
    }

    /**
     * Reads an index and all below it.
     *
     * @param name what to call it in messages: {@code index.json}
     */
    static OciIndex read(String name, Blob top, Blobs blobs, ImageSelection selection) throws IOException {
        OciIndex index = new OciIndex(blobs, selection);
        index.walk(OciManifest.read(name, top, null, selection), List.of(), 0);
        return index;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    List<AttachedDocument> attachments() {
        return attachments;
    }

    /** The manifest of an image, held against its digest and size; what is wrong is told to {@code reportTo}. */
    OciManifest manifest(Candidate image, ImageSelection reportTo) throws IOException {
        Blob blob = blobs.get(image.digest());
        if (blob == null) {
            throw new UnreadableImageException("the manifest of the image is not in the layout: " + image.label());
        }
        image.descriptor.checkSize("manifest " + image.digest(), blob, reportTo.diagnostics());
        return OciManifest.read("manifest " + image.digest(), blob, image.digest(), reportTo);
    }

    /** The image that is wanted, else the one for linux/amd64, else the only one. */
    Candidate choose() throws IOException {
        if (candidates.isEmpty()) {
            throw new UnreadableImageException("index.json: no image in it"
                    + (note != null ? ", " + note : attachments.isEmpty() ? "" : ", only artifacts: " + artifacts()));
        }
        List<Candidate> named = candidates;
        String wanted = selection.name();
        if (wanted != null) {
            named = candidates.stream().filter(c -> isCalled(c, wanted)).toList();
            if (named.isEmpty()) {
                throw new UnreadableImageException(
                        "the layout has no image " + wanted + "; it has: " + labels(candidates));
            }
        }
        List<Candidate> distinct = merge(named);
        List<Candidate> fitting = forPlatform(distinct);
        Candidate first = fitting.get(0);
        // Without any choice, a platform must not decide between images of different names.
        boolean undecided = wanted == null
                && selection.platform() == null
                && !distinct.stream().allMatch(first::sharesAName);
        if (fitting.size() > 1 || undecided) {
            throw new UnreadableImageException("the layout has several images; choose one with --image or --platform: "
                    + labels(undecided ? distinct : fitting));
        }
        return first;
    }

    private List<Candidate> forPlatform(List<Candidate> named) throws UnreadableImageException {
        Platform wanted = selection.platform();
        if (wanted == null && named.size() == 1) {
            return named;
        }
        Platform asked = wanted == null ? DEFAULT : wanted;
        List<Candidate> fitting = named.stream()
                .filter(c -> c.platform != null && c.platform.satisfies(asked))
                .toList();
        if (!fitting.isEmpty()) {
            return fitting;
        }
        if (wanted == null) {
            throw new UnreadableImageException("the layout has several images, none for " + DEFAULT
                    + "; choose one with --image or --platform: " + labels(named));
        }
        throw new UnreadableImageException("no image for " + wanted + "; there are: " + labels(named));
    }

    /** One candidate for each manifest, with all its names. */
    private static List<Candidate> merge(List<Candidate> candidates) {
        List<Candidate> merged = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Candidate same = merged.stream()
                    .filter(c -> c.digest().equals(candidate.digest()))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                merged.add(candidate);
            } else {
                List<String> names = new ArrayList<>(same.names);
                names.addAll(candidate.names);
                merged.set(merged.indexOf(same), new Candidate(same.descriptor, names, same.platform, same.config));
            }
        }
        return merged;
    }

    private static boolean isCalled(Candidate candidate, String wanted) {
        return candidate.names.stream().anyMatch(name -> ImageName.matches(name, wanted))
                || wanted.length() >= 13 && candidate.digest().startsWith(wanted);
    }

    private void walk(OciManifest index, List<String> inherited, int depth) throws IOException {
        selection.limits().check(Limits.Name.INDEX_DEPTH, depth, "the nesting of image indexes");
        for (Json json : index.json().get("manifests").list()) {
            if (++descriptors > MOST_DESCRIPTORS) {
                throw new UnreadableImageException("the layout names more than " + MOST_DESCRIPTORS + " manifests");
            }
            OciDescriptor descriptor = descriptor(json);
            if (descriptor == null) {
                continue;
            }
            List<String> names = descriptor.names().isEmpty() ? inherited : descriptor.names();
            if (descriptor.attestation()) {
                attach(descriptor, "attestation", descriptor.artifactType());
            } else if (!descriptor.isIndex() && !descriptor.mayBeManifest()) {
                attach(descriptor, "unknown", descriptor.artifactType());
            } else {
                image(descriptor, names, depth);
            }
        }
    }

    /** One that is malformed is set aside: it matters only if nothing else is there. */
    private @Nullable OciDescriptor descriptor(Json json) {
        try {
            return OciDescriptor.read(json);
        } catch (UnreadableImageException e) {
            note = e.getMessage();
            selection
                    .diagnostics()
                    .warning("image.descriptor", null, "set aside, its descriptor is malformed: " + e.getMessage());
            return null;
        }
    }

    private void image(OciDescriptor descriptor, List<String> names, int depth) throws IOException {
        Facts facts = facts(descriptor.digest());
        boolean unread = facts.equals(Facts.NONE);
        String artifactType = unread ? descriptor.artifactType() : facts.artifactType;
        if (artifactType != null) {
            attach(descriptor, "artifact", artifactType);
        } else if (facts.index || unread && descriptor.isIndex()) {
            nested(descriptor, names, depth);
        } else {
            Platform platform = descriptor.platform() == null ? facts.platform : descriptor.platform();
            candidates.add(new Candidate(descriptor, names, platform, facts.config));
        }
    }

    private void nested(OciDescriptor descriptor, List<String> names, int depth) throws IOException {
        String digest = descriptor.digest();
        Blob blob = blobs.get(digest);
        if (blob == null) {
            note = "an index is missing: " + digest;
        } else if (open.contains(digest)) {
            note = "an index refers to itself: " + digest;
        } else if (visited.add(new Visit(digest, names))) {
            open.add(digest);
            descriptor.checkSize("index " + digest, blob, selection.diagnostics());
            walk(OciManifest.read("index " + digest, blob, digest, selection), names, depth + 1);
            open.remove(digest);
        }
    }

    /** What a manifest says; nothing is reported, since it may not be the one that is chosen. */
    private Facts facts(String digest) throws IOException {
        Facts facts = known.get(digest);
        if (facts == null) {
            Blob blob = blobs.get(digest);
            facts = blob == null ? Facts.NONE : read(digest, blob);
            known.put(digest, facts);
        }
        return facts;
    }

    private Facts read(String digest, Blob blob) throws IOException {
        try {
            OciManifest manifest = OciManifest.read("manifest " + digest, blob, null, quiet);
            return new Facts(
                    manifest.isIndex(),
                    manifest.isIndex() ? manifest.json().get("artifactType").nonEmptyText() : manifest.artifactType(),
                    manifest.platform(blobs, quiet),
                    manifest.json().get("config").get("digest").text());
        } catch (UnreadableImageException | LimitExceededException e) {
            return Facts.NONE; // told when it is chosen, and read again
        }
    }

    private void attach(OciDescriptor descriptor, String kind, @Nullable String artifactType) {
        AttachedDocument document = new AttachedDocument(
                descriptor.digest(), descriptor.mediaType(), kind, artifactType, descriptor.subject());
        if (!attachments.contains(document)) {
            attachments.add(document);
        }
    }

    private String artifacts() {
        return attachments.stream()
                .map(a -> Objects.requireNonNullElse(a.artifactType(), a.kind()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String labels(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::label).distinct().sorted().collect(Collectors.joining(", "));
    }
}
