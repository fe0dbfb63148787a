package dev.jonah.core.steps;

import dev.jonah.image.FileVersion;
import dev.jonah.image.Image;
import dev.jonah.image.Layer;
import dev.jonah.ledger.Evidence;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.pipeline.ClaimFacts.Missing;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells why there is nothing for a promise: what its package says of that, and which layer took it away. */
final class BrokenPromise {
    private static final int COMMAND = 120;

    private final Image image;

    BrokenPromise(Image image) {
        this.image = image;
    }

    /**
     * @param number of the package
     * @param path where the promise leads in the whole tree
     */
    Missing explain(int number, SoftwarePackage software, PackageFile promise, ImagePath path) {
        FileVersion last = lastVersion(promise, path);
        Integer layer = last == null ? null : last.hiddenIn();
        MissingClass reason = promise.ifMissing();
        if (reason == MissingClass.UNEXPLAINED && last != null) {
            reason = MissingClass.DELETED_IN_LAYER;
        }
        List<Evidence> evidence = new ArrayList<>();
        List<ImagePath> inputs = promise.source() != null ? List.of(promise.source()) : software.foundAt();
        String note = promise.note();
        if (note != null || layer == null) {
            String text = note != null ? note : words(promise.ifMissing());
            evidence.add(new Evidence(promise.rule(), text, inputs));
        }
        if (last != null && layer != null) {
            evidence.add(new Evidence("layer.deleted", deletion(layer, last.replaced(), path), inputs));
        }
        return new Missing(number, promise.path(), reason, layer, evidence);
    }

    /** The last one of the promised kind; that nothing hides it says that the path led elsewhere before. */
    private @Nullable FileVersion lastVersion(PackageFile promise, ImagePath path) {
        FileVersion last = null;
        for (FileVersion version : image.versions(path)) {
            if (version.hiddenIn() != null && version.entry().isDirectory() == JoinClaims.isDirectory(promise)) {
                last = version;
            }
        }
        return last;
    }

    private String deletion(int layer, boolean replaced, ImagePath path) {
        String command = command(layer);
        String place = image.tree()
                .find(path)
                .map(now -> "; a " + now.type().id() + " is in its place now")
                .orElse("");
        return (replaced ? "replaced by layer " : "deleted by layer ")
                + layer
                + (command == null ? "" : " «" + command + "»")
                + place;
    }

    private @Nullable String command(int layer) {
        List<Layer> layers = image.layers();
        String command = layer < layers.size() ? layers.get(layer).createdBy() : null;
        return command == null || command.codePointCount(0, command.length()) <= COMMAND
                ? command
                : command.substring(0, command.offsetByCodePoints(0, COMMAND)) + "…";
    }

    private static String words(MissingClass reason) {
        return switch (reason) {
            case UNEXPLAINED, DELETED_IN_LAYER -> "promised, and in no layer";
            case EXCLUDED_DOC -> "left out at installation";
            case GHOST -> "the package only reserves the name";
            case CONFIG_REMOVED -> "configuration that is not there any more";
            case DIVERTED -> "kept under another name";
        };
    }
}
