package dev.jonah.declared.format;

import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a reader finds. */
public final class Declared implements Findings {
    public final List<Declaration> found = new ArrayList<>();
    public final List<String> unread = new ArrayList<>();
    public IOException failure;

    public static Declared of(DeclarationReader reader, String text) {
        return of(reader, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Declared of(DeclarationReader reader, byte[] bytes) {
        return of(reader, bytes, Limits.defaults());
    }

    public static Declared of(DeclarationReader reader, byte[] bytes, Limits limits) {
        Declared declared = new Declared();
        try {
            reader.read(new ByteArrayInputStream(bytes), limits, declared);
        } catch (IOException e) {
            declared.failure = e;
        }
        return declared;
    }

    /** Of a lock file that a real tool wrote; see README.md there. */
    public static Declared ofReal(DeclarationReader reader, String name) throws IOException {
        try (InputStream in = Declared.class.getResourceAsStream("/dev/jonah/declared/real/" + name)) {
            return of(reader, in.readAllBytes());
        }
    }

    /** Each name and version, sorted. */
    public List<String> names() {
        return found.stream()
                .map(d -> d.version() == null ? d.name() : d.name() + " " + d.version())
                .sorted()
                .toList();
    }

    @Override
    public void declared(Declaration one) {
        found.add(one);
    }

    @Override
    public void unread(String what) {
        unread.add(what);
    }
}
