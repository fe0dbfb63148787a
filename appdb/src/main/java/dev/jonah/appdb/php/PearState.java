package dev.jonah.appdb.php;

import dev.jonah.appdb.php.format.PhpSerializedReader;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains what PEAR keeps beside its records of packages: the channels that it knows, which file is of which package, what
 * depends on what, and empty files that it locks. Each must be what its name says.
 */
public final class PearState implements Explainer {
    private static final String CHANNELS = "/.channels";

    /** Found as a service. */
    public PearState() {}

    @Override
    public String id() {
        return "jonah.appdb.pear-state";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.named(".filemap", ".depdb", ".depdblock", ".lock").orSuffix(".reg", ".txt");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            Content content = file.content();
            ImagePath parent = file.path().parent();
            if (content == null || parent == null || !file.type().isRegular()) {
                continue;
            }
            String text = what(file, content, parent, scan);
            if (text != null) {
                out.accept(
                        new Explanation(file.path(), Verdict.TRANSIENT, Evidence.of("pear.state", text, file.path())));
            }
        }
    }

    private static @Nullable String what(FileEntry file, Content content, ImagePath parent, Scan scan)
            throws IOException {
        String name = file.path().fileName();
        boolean beside = isThere(parent.resolve(".registry"), scan) || isThere(parent.resolve(".channels"), scan);
        return switch (name) {
            case ".lock", ".depdblock" -> beside && content.size() == 0 ? "an empty file that PEAR locks" : null;
            case ".filemap" ->
                beside && isFileMap(serialized(file, content, scan)) ? "PEAR's map from files to packages" : null;
            case ".depdb" ->
                beside && has(serialized(file, content, scan), "_version")
                        ? "PEAR's record of what depends on what"
                        : null;
            default -> channel(file, content, parent, scan);
        };
    }

    private static @Nullable String channel(FileEntry file, Content content, ImagePath parent, Scan scan)
            throws IOException {
        String name = file.path().fileName();
        String directory = parent.latin1();
        if (directory.endsWith(CHANNELS) && name.endsWith(".reg")) {
            Map<?, ?> map = serialized(file, content, scan);
            String called = name.substring(0, name.length() - ".reg".length());
            return map != null
                            && map.get(RawText.of("name")) instanceof RawText said
                            && said.toString().replace('/', '_').equalsIgnoreCase(called)
                    ? "PEAR's record of the channel " + said
                    : null;
        }
        if (directory.endsWith(CHANNELS + "/.alias") && name.endsWith(".txt") && content.size() <= 255) {
            String channel = RawText.of(content.head(255)).latin1();
            return channel.matches("[A-Za-z0-9_.-]+") && isThere(parent.resolve("../" + channel + ".reg"), scan)
                    ? "PEAR's short name for a channel"
                    : null;
        }
        return null;
    }

    /** Maps of roles to maps of paths to names of packages, or to channel and name. */
    private static boolean isFileMap(@Nullable Map<?, ?> map) {
        if (map == null) {
            return false;
        }
        for (Object role : map.values()) {
            if (!(role instanceof Map<?, ?> paths)) {
                return false;
            }
            for (Object owner : paths.values()) {
                if (!(owner instanceof RawText) && !(owner instanceof Map<?, ?> pair && pair.size() == 2)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean has(@Nullable Map<?, ?> map, String key) {
        return map != null && map.containsKey(RawText.of(key));
    }

    private static @Nullable Map<?, ?> serialized(FileEntry file, Content content, Scan scan) {
        try {
            return PhpSerializedReader.read(content.open(), scan.limits()) instanceof Map<?, ?> map ? map : null;
        } catch (LimitExceededException e) {
            scan.diagnostics().error("pear.registry.limit", file.path(), file.path() + ": " + e.getMessage());
            return null;
        } catch (IOException malformed) {
            return null;
        }
    }

    private static boolean isThere(ImagePath path, Scan scan) {
        return scan.tree().find(path).isPresent();
    }
}
