package dev.jonah.appdb.node;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileTree;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The forms of what Yarn and pnpm keep beside the packages that they installed. */
final class StateFile {
    private static final Pattern LOCATION = Pattern.compile("    - \"([^\"]{1,4000})\"");
    private static final Pattern LOCKED = Pattern.compile("  '?/?((?:@[^/@]+[/])?[^/@(']+)[@/]([^(:']+)[^:]*:");

    private StateFile() {}

    /** Yarn's {@code .yarn-state.yml}: places of packages, all of which lie in the project, and some of which are there. */
    static boolean isOfYarn(Content content, ImagePath project, FileTree tree, Limits limits) throws IOException {
        return hasLines(content, limits, "__metadata:", line -> {
            Matcher location = LOCATION.matcher(line);
            return location.matches()
                    && tree.resolve(project.resolve(location.group(1))).isPresent();
        });
    }

    /** pnpm's copy of its lock file: some of the packages lie in its store, under name and version. */
    static boolean isLockOfPnpm(Content content, ImagePath store, FileTree tree, Limits limits) throws IOException {
        return hasLines(content, limits, "lockfileVersion:", line -> {
            Matcher locked = LOCKED.matcher(line);
            return locked.matches()
                    && tree.find(store.resolve(locked.group(1).replace('/', '+') + "@" + locked.group(2)))
                            .isPresent();
        });
    }

    /** pnpm's settings of a tree, YAML that may be JSON: its store must be the one beside. */
    static boolean isSettingsOfPnpm(Content content, Limits limits) throws IOException {
        return hasLines(
                        content,
                        limits,
                        "",
                        line -> line.replace("\"", "").strip().startsWith("layoutVersion:"))
                && hasLines(
                        content,
                        limits,
                        "",
                        line -> line.replace("\"", "").strip().startsWith("virtualStoreDir:"));
    }

    /** Whether a line begins so, and another one is as wanted. */
    private static boolean hasLines(Content content, Limits limits, String first, Predicate<String> wanted)
            throws IOException {
        boolean begun = first.isEmpty();
        try (LineReader lines = new LineReader(content.open(), limits)) {
            for (String line = lines.readText(); line != null; line = lines.readText()) {
                if (line.indexOf('\0') >= 0) {
                    return false;
                }
                begun |= !first.isEmpty() && line.startsWith(first);
                if (begun && wanted.test(line)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Yarn's {@code install-state.gz}: compressed, and in the form in which Node keeps values. */
    static boolean isInstallState(Content content) throws IOException {
        try (InputStream in = new GZIPInputStream(content.open())) {
            byte[] head = in.readNBytes(3);
            return head.length == 3 && (head[0] & 0xff) == 0xff && head[1] >= 13 && head[1] < 32 && head[2] == 'o';
        } catch (ZipException | EOFException e) {
            return false;
        }
    }
}
