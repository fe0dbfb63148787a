package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What pam-auth-update remembers in {@code /var/lib/pam}: in {@code seen} the names of profiles, in the other files the
 * modules that it put into a stack, each below the name of its profile.
 */
final class PamState implements Check {
    private static final String MODULE = "Module: ";

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        PamProfile profile = PamProfile.read(books);
        if (text == null || profile.files().isEmpty()) {
            return null;
        }
        boolean seen = entry.path().fileName().equals("seen");
        for (String line : Lines.of(text)) {
            boolean named = seen || line.startsWith(MODULE);
            String name = seen || !named ? line : line.substring(MODULE.length());
            boolean known =
                    named ? profile.names().contains(name) : profile.lines().contains(PamProfile.normal(line));
            if (!known) {
                return null;
            }
        }
        return Finding.of("what pam-auth-update took of packaged profiles", profile.files());
    }
}
