package dev.jonah.inspector.tree;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;

/** What is noticed about the names of one layer. */
record LayerNotes(Diagnostics diagnostics) {
    void warn(String code, EntryName name, String message) {
        ImagePath path = path(name);
        diagnostics.warning(code, path, message + ": " + path);
    }

    void info(String code, EntryName name, String message) {
        ImagePath path = path(name);
        diagnostics.info(code, path, message + ": " + path);
    }

    private static ImagePath path(EntryName name) {
        return ImagePath.of(RawText.ofLatin1(String.join("/", name.parts())));
    }
}
