package dev.jonah.declared.python.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Value;

/** The archives of a package as {@code uv.lock} and {@code pylock.toml} list them: {@code sdist} and {@code wheels}. */
final class Archives {
    private Archives() {}

    /** Adds the checksums; the place too if there is one archive only. */
    static void add(Value entry, Declaration.Builder found) {
        Value source = entry.get("sdist");
        Value wheels = entry.get("wheels");
        one(source, found);
        wheels.items().forEach(wheel -> one(wheel, found));
        if (wheels.items().isEmpty() && source.text("url") != null) {
            found.resolved(source.text("url"));
        } else if (wheels.items().size() == 1 && source.isNothing()) {
            found.resolved(wheels.at(0).text("url"));
        }
    }

    /** Adds the checksums of one archive: {@code hash = "sha256:…"} or {@code hashes = {sha256 = "…"}}. */
    static void one(Value archive, Declaration.Builder found) {
        found.integrity(archive.text("hash"));
        archive.get("hashes").scalars().forEach((algorithm, hex) -> found.integrity(algorithm + ":" + hex));
    }
}
