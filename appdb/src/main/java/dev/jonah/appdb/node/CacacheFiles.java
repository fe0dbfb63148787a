package dev.jonah.appdb.node;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.node.format.CacheIndexReader;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.ledger.Evidence;
import dev.jonah.support.LineReader;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What npm keeps in the home directory (github.com/npm/cacache): archives and answers by their checksums, an index, logs. */
final class CacacheFiles {
    private static final String CONTENT = "/_cacache/content-v2/";
    private static final String INDEX = "/_cacache/index-v5/";
    private static final String LOGS = "/_logs/";
    private static final Pattern LOG_LINE = Pattern.compile(
            "\\d{1,9} (?:silly|verbose|http|timing|info|notice|warn|error|silent|pause|resume|ERR!)(?: .*)?");
    private static final Map<String, Digest.Algorithm> ALGORITHMS = Map.of(
            "sha512", Digest.Algorithm.SHA512,
            "sha384", Digest.Algorithm.SHA384,
            "sha256", Digest.Algorithm.SHA256,
            "sha1", Digest.Algorithm.SHA1,
            "md5", Digest.Algorithm.MD5);
    private static final int LARGEST_INDEX = 16 << 20;

    private CacacheFiles() {}

    /** Null if it is no file of a cache, or not what its name says. */
    static @Nullable Evidence of(ImagePath path, Content content, Limits limits) throws IOException {
        String text = path.latin1();
        if (text.contains(CONTENT)) {
            return content(path, text.substring(text.lastIndexOf(CONTENT) + CONTENT.length()), content);
        }
        if (text.contains(INDEX)) {
            return index(path, text.substring(text.lastIndexOf(INDEX) + INDEX.length()), content);
        }
        return text.contains(LOGS) && text.endsWith(".log") && isLog(content, limits)
                ? Evidence.of("npm.log", "a log of npm", path)
                : null;
    }

    private static @Nullable Evidence content(ImagePath path, String name, Content content) throws IOException {
        List<String> parts = List.of(name.split("/"));
        Digest.Algorithm algorithm = parts.size() == 4 ? ALGORITHMS.get(parts.get(0)) : null;
        return algorithm != null && content.digest(algorithm).hex().equals(parts.get(1) + parts.get(2) + parts.get(3))
                ? Evidence.of("npm.cache", "in npm's cache, with the " + parts.get(0) + " that is its name", path)
                : null;
    }

    private static @Nullable Evidence index(ImagePath path, String name, Content content) throws IOException {
        if (content.size() > LARGEST_INDEX) {
            return null;
        }
        try {
            String key = CacheIndexReader.key(content.open());
            String bucket = name.replace("/", "");
            return key != null
                            && Digest.compute(
                                            Digest.Algorithm.SHA256,
                                            key.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                    .hex()
                                    .equals(bucket)
                    ? Evidence.of("npm.cache-index", "the index of npm's cache", path)
                    : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static boolean isLog(Content content, Limits limits) throws IOException {
        boolean any = false;
        try (LineReader lines = new LineReader(content.open(), limits)) {
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                if (!LOG_LINE.matcher(line).matches()) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }
}
