package dev.jonah.inspector.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.AttachedDocument;
import dev.jonah.image.Blob;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.ImageSource;
import dev.jonah.image.Platform;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All images that {@code index.json} and the indexes below it name (OCI image specification, image-index.md). Attestations
 * and other artifacts are set aside. Blobs may be absent; that matters only for what is chosen.
 */
final class OciIndex {
    private static final Platform DEFAULT = new Platform("linux", "amd64", null);

    /**
     * An image that could be meant.
     *
     * @param manifest null if its blob is not there
     */
    record Candidate(
            String digest,
            List<String> names,
            @Nullable Platform platform,
            @Nullable OciManifest manifest) {
        String label() {
            String name = names.isEmpty() ? digest : String.join(" = ", names);
            return platform == null ? name : name + " (" + platform + ")";
        }
    }

    private final ImageSource source;
    private final ImageSelection selection;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<AttachedDocument> attachments = new ArrayList<>();
    private final Set<String> open = new HashSet<>();
    private @Nullable String note;

    private OciIndex(ImageSource source, ImageSelection selection) {
        this.source = source;
        this.selection = selection;
    }

    static OciIndex read(ImageSource source, ImageSelection selection) throws IOException {
        Blob blob = source.member("index.json");
        if (blob == null) {
            throw new UnreadableImageException(source.name() + " is no OCI layout: it has no index.json");
        }
        OciIndex index = new OciIndex(source, selection);
        OciManifest top = OciManifest.read("index.json", blob, null, selection);
        index.walk(top, List.of(), 0);
        return index;
    }

    /** The digest of the manifest with this configuration, if the source is an OCI layout as well; else null. */
    static @Nullable Digest manifestDigestOf(ImageSource source, @Nullable Digest config, ImageSelection selection)
            throws IOException {
        if (config == null || !source.has("index.json")) {
            return null;
        }
        try {
            ImageSelection quiet = new ImageSelection(null, null, selection.limits(), diagnostic -> {});
            for (Candidate candidate : read(source, quiet).candidates) {
                OciManifest manifest = candidate.manifest;
                if (manifest != null
                        && config.toString()
                                .equals(manifest.json()
                                        .get("config")
                                        .get("digest")
                                        .text())) {
                    return manifest.digest();
                }
            }
        } catch (UnreadableImageException e) {
            return null; // the layout beside manifest.json is broken, as old versions of Docker wrote it
        }
        return null;
    }

    List<AttachedDocument> attachments() {
        return attachments;
    }

    @Nullable
    Blob blob(String digest) throws IOException {
        return source.member(OciDigest.member(digest));
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
        List<Candidate> fitting = merge(forPlatform(merge(named)));
        if (fitting.size() > 1) {
            throw new UnreadableImageException(
                    "the layout has several images; choose one with --image or --platform: " + labels(fitting));
        }
        return fitting.get(0);
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
                    + "; choose one with --platform: " + labels(named));
        }
        throw new UnreadableImageException("no image for " + wanted + "; there are: " + labels(named));
    }

    /** One candidate for each manifest, with all its names. */
    private static List<Candidate> merge(List<Candidate> candidates) {
        List<Candidate> merged = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Candidate same = merged.stream()
                    .filter(c -> c.digest.equals(candidate.digest))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                merged.add(candidate);
            } else {
                List<String> names = new ArrayList<>(same.names);
                names.addAll(candidate.names);
                merged.set(merged.indexOf(same), new Candidate(same.digest, names, same.platform, same.manifest));
            }
        }
        return merged;
    }

    private static boolean isCalled(Candidate candidate, String wanted) {
        return candidate.names.stream().anyMatch(name -> ImageName.matches(name, wanted))
                || wanted.length() >= 13 && candidate.digest.startsWith(wanted);
    }

    private void walk(OciManifest index, List<String> inherited, int depth) throws IOException {
        if (depth > selection.limits().get(Limits.Name.INDEX_DEPTH)) {
            selection.limits().check(Limits.Name.INDEX_DEPTH, depth, "the nesting of image indexes");
        }
        for (Json json : index.json().get("manifests").list()) {
            OciDescriptor descriptor = OciDescriptor.read(json);
            List<String> names = descriptor.names().isEmpty() ? inherited : descriptor.names();
            if (descriptor.attestation() || descriptor.artifactType() != null) {
                attach(descriptor, descriptor.attestation() ? "attestation" : "artifact", descriptor.artifactType());
                continue;
            }
            Blob blob = blob(descriptor.digest());
            OciManifest document = blob == null
                    ? null
                    : OciManifest.read("manifest " + descriptor.digest(), blob, descriptor.digest(), selection);
            if (descriptor.isIndex() || document != null && document.isIndex()) {
                nested(descriptor, document, names, depth);
            } else {
                candidate(descriptor, document, names);
            }
        }
    }

    private void nested(OciDescriptor descriptor, @Nullable OciManifest document, List<String> names, int depth)
            throws IOException {
        if (document == null) {
            note = "an index is missing: " + descriptor.digest();
        } else if (!open.add(descriptor.digest())) {
            note = "an index refers to itself: " + descriptor.digest();
        } else {
            walk(document, names, depth + 1);
            open.remove(descriptor.digest());
        }
    }

    private void candidate(OciDescriptor descriptor, @Nullable OciManifest document, List<String> names)
            throws IOException {
        String artifact = document == null ? null : document.artifactType();
        if (artifact != null) {
            attach(descriptor, "artifact", artifact);
            return;
        }
        Platform platform = descriptor.platform();
        if (platform == null && document != null) {
            platform = document.platform(this::blob, selection);
        }
        candidates.add(new Candidate(descriptor.digest(), names, platform, document));
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
