package dev.jonah.appdb.node;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer.Scan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Archives of packages that lie in a cache of Yarn 2 and newer, and that no map of Plug'n'Play uses: their SHA-512 must be one
 * that a lock file of the image records, or begin as their name ends.
 */
final class YarnArchives {
    private static final Pattern NAME = Pattern.compile(".+-([0-9a-f]{10})\\.zip");
    private static final Set<String> IGNORED = Set.of("/.gitignore", "/.lock", "*.flock", "*.tmp", "");
    private static final int LARGEST_NOTE = 200;

    private final Scan scan;
    private @Nullable Set<String> checksums;

    YarnArchives(Scan scan) {
        this.scan = scan;
    }

    static boolean isInCache(ImagePath path) {
        ImagePath parent = path.parent();
        return parent != null
                && (parent.latin1().endsWith("/.yarn/cache") || parent.latin1().endsWith("/berry/cache"));
    }

    @Nullable
    Evidence of(ImagePath path, Content content) throws IOException {
        String name = path.fileName();
        if (name.equals(".gitignore") && content.size() <= LARGEST_NOTE) {
            String text = new String(content.head(LARGEST_NOTE), java.nio.charset.StandardCharsets.UTF_8);
            return text.lines().allMatch(IGNORED::contains)
                    ? Evidence.of("yarn.cache", "Yarn's note that its cache is not to be checked in", path)
                    : null;
        }
        if (!name.endsWith(".zip")) {
            return null;
        }
        String checksum = content.digest(Digest.Algorithm.SHA512).hex();
        Matcher matcher = NAME.matcher(name);
        boolean named = matcher.matches() && checksum.startsWith(matcher.group(1));
        return named || recorded().contains(checksum)
                ? Evidence.of(
                        "yarn.cache",
                        "an archive in Yarn's cache, with the checksum that "
                                + (named ? "is a part of its name" : "a lock file records"),
                        path)
                : null;
    }

    private Set<String> recorded() throws IOException {
        Set<String> known = checksums;
        if (known == null) {
            known = new HashSet<>();
            for (Iterator<FileEntry> locks =
                            scan.tree().matching(FilePattern.named("yarn.lock")).iterator();
                    locks.hasNext(); ) {
                known.addAll(YarnLocks.read(locks.next().path(), scan.tree(), scan.limits(), scan.diagnostics())
                        .values());
            }
            checksums = known;
        }
        return known;
    }
}
