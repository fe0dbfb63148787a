package dev.jonah.appdb.vscode;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.json.JsonObject;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an editor noted of a directory of extensions: those that it loads ({@code extensions.json}), and those that it will
 * delete ({@code .obsolete}).
 */
final class ExtensionIndex {
    private record Key(ImagePath extensions) {}

    private final Set<String> listed = new HashSet<>();
    private final Set<String> obsolete = new HashSet<>();
    private boolean present;

    private ExtensionIndex() {}

    static ExtensionIndex of(ImagePath extensions, PackageScan scan) throws IOException {
        return scan.once(new Key(extensions), () -> read(extensions, scan));
    }

    private static ExtensionIndex read(ImagePath extensions, PackageScan scan) throws IOException {
        ExtensionIndex index = new ExtensionIndex();
        JsonObject list = json(extensions.resolve("extensions.json"), "{\"all\":", "}", scan);
        index.present = !list.fields().isEmpty();
        for (JsonObject extension : list.objects("all")) {
            String relative = extension.text("relativeLocation");
            String location = extension.object("location").text("path");
            if (relative != null) {
                index.listed.add(relative);
            } else if (location != null) {
                index.listed.add(location.substring(location.lastIndexOf('/') + 1));
            }
        }
        JsonObject gone = json(extensions.resolve(".obsolete"), "", "", scan);
        for (Map.Entry<String, String> each : gone.texts().entrySet()) {
            if (each.getValue().equals("true")) {
                index.obsolete.add(each.getKey());
            }
        }
        return index;
    }

    /** What this says of an extension; empty if there is no index, as with old editors. */
    String state(ExtensionPlace place) {
        String name = place.directory().fileName();
        if (obsolete.contains(name)) {
            return "obsolete";
        }
        return !present ? "" : listed.contains(name) ? "listed" : "unlisted";
    }

    private static JsonObject json(ImagePath path, String before, String behind, PackageScan scan) throws IOException {
        Content content = scan.tree().resolveFile(path).map(FileEntry::content).orElse(null);
        if (content == null) {
            return new JsonObject(Map.of());
        }
        // The list is no object itself.
        List<InputStream> parts = List.of(bytes(before), content.open(), bytes(behind));
        try (InputStream in = new SequenceInputStream(Collections.enumeration(parts))) {
            return JsonObject.read(in, scan.limits());
        } catch (JacksonException | LimitExceededException e) {
            String message = path + " cannot be read: " + e.getMessage();
            scan.diagnostics()
                    .warning("vscode.index", path, message.lines().findFirst().orElse(message));
            return new JsonObject(Map.of());
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
