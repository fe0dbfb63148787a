package dev.jonah.appdb.jscache;

import dev.jonah.value.ImagePath;
import org.jspecify.annotations.Nullable;

/**
 * A directory of Bun's cache: {@code cache/@scope/name@1.0.0@@@1}, and the link by which Bun finds it, {@code
 * cache/@scope/name/1.0.0@@@1}. Behind the version stand, after {@code @@}, the host of another registry and, since Bun 1.1,
 * the version of the cache's layout.
 *
 * @param directory the package's
 * @param link which leads there
 * @param name with its scope
 * @param version of the package
 */
record BunPlace(ImagePath directory, ImagePath link, String name, String version) {
    /** Null for other directories. */
    static @Nullable BunPlace of(ImagePath directory) {
        String own = directory.fileName();
        int at = own.indexOf('@');
        ImagePath above = directory.parent();
        if (at <= 0 || above == null) {
            return null;
        }
        String rest = own.substring(at + 1);
        int end = rest.indexOf("@@");
        String version = end < 0 ? rest : rest.substring(0, end);
        String name = own.substring(0, at);
        String scope = above.fileName();
        String whole = scope.startsWith("@") ? scope + "/" + name : name;
        return new BunPlace(directory, above.resolve(name + "/" + rest), whole, version);
    }
}
