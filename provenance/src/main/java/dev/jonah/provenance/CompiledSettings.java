package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.provenance.format.SettingsDatabase;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What glib-compile-schemas makes of the schemas beside it: a database with no schemas but those that packaged files
 * declare.
 */
final class CompiledSettings implements Check {
    private static final LazyPattern ID = LazyPattern.of("<schema\\b[^<>]{0,1000}?\\bid\\s*=\\s*[\"']([^\"'<>]+)[\"']");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        byte[] bytes = books.bytes(entry);
        ImagePath parent = entry.path().parent();
        if (bytes == null || parent == null) {
            return null;
        }
        SettingsDatabase database = SettingsDatabase.read(bytes);
        Set<String> declared = new HashSet<>();
        Set<ImagePath> inputs = new TreeSet<>();
        for (FileEntry child : books.tree().children(parent)) {
            boolean schema = child.path().fileName().endsWith(".gschema.xml") && books.isAccounted(child.path());
            String text = schema ? books.text(child) : null;
            Matcher id = ID.matcher(text == null ? "" : text);
            while (id.find()) {
                declared.add(id.group(1));
                inputs.add(child.path());
            }
        }
        return database.whole() && !inputs.isEmpty() && declared.containsAll(database.names())
                ? Finding.of("compiled settings, all of packaged schemas in " + parent, inputs)
                : null;
    }
}
