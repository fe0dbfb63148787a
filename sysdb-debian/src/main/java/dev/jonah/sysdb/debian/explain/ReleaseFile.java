package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.support.StanzaReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An {@code InRelease} or {@code Release} file of an archive of packages, as apt keeps it.
 *
 * @param path where it is
 * @param indexes SHA-256 in hexadecimal by the name that apt gives to the index beside the release file
 */
record ReleaseFile(ImagePath path, Map<String, String> indexes) {
    private static final String SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----";

    /** Null if it is no such file. */
    static @Nullable ReleaseFile read(FileEntry file, Books books) throws IOException {
        String name = file.path().name().latin1();
        boolean inline = name.endsWith("_InRelease");
        Content content = file.content();
        if (content == null || !inline && !name.endsWith("_Release")) {
            return null;
        }
        String prefix = name.substring(0, name.lastIndexOf('_') + 1);
        try (InputStream in = content.open()) {
            StanzaReader reader = new StanzaReader(in, books.limits(), false);
            StanzaReader.Stanza stanza = reader.read();
            if (inline) {
                // The armour's own headers come first; its first line is no field.
                boolean armour = dev.jonah.value.RawText.of(content.head(SIGNED.length()))
                        .latin1()
                        .equals(SIGNED);
                stanza = armour ? reader.read() : null;
            }
            String hashes = stanza == null ? null : stanza.get("SHA256");
            boolean named = stanza != null && (stanza.text("Suite") != null || stanza.text("Codename") != null);
            return hashes == null || !named ? null : new ReleaseFile(file.path(), indexes(prefix, hashes));
        }
    }

    private static Map<String, String> indexes(String prefix, String hashes) {
        Map<String, String> indexes = new HashMap<>();
        for (String line : hashes.split("\n")) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 3 && words[0].matches("[0-9a-f]{64}")) {
                // apt escapes an underscore in a path, since it stands for a slash in names.
                indexes.put(prefix + words[2].replace("_", "%5f").replace('/', '_'), words[0]);
            }
        }
        return indexes;
    }
}
