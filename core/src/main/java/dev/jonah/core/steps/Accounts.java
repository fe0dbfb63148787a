package dev.jonah.core.steps;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the users and groups that an image knows, passwd(5) and group(5). Of several lines for one name the first
 * counts, as for the C library. {@code root} is 0 whatever the image says, as for package managers. Immutable.
 */
final class Accounts {
    private static final String ROOT = "root";

    private final Map<String, Long> users;
    private final Map<String, Long> groups;

    private Accounts(Map<String, Long> users, Map<String, Long> groups) {
        this.users = users;
        this.groups = groups;
    }

    /** Those of a tree; {@code /usr/lib} has those of the vendor where the image is laid out so (nss-altfiles). */
    static Accounts of(FileTree tree, Limits limits) throws IOException {
        return new Accounts(
                read(tree, limits, "/etc/passwd", "/usr/lib/passwd"),
                read(tree, limits, "/etc/group", "/usr/lib/group"));
    }

    /** The number of a user, or null if the image does not know the name. */
    @Nullable
    Long user(String name) {
        return users.get(name);
    }

    /** The number of a group, or null if the image does not know the name. */
    @Nullable
    Long group(String name) {
        return groups.get(name);
    }

    private static Map<String, Long> read(FileTree tree, Limits limits, String... places) throws IOException {
        Map<String, Long> numbers = new HashMap<>();
        numbers.put(ROOT, 0L);
        for (String place : places) {
            Content content = tree.resolveFile(ImagePath.of(place))
                    .map(FileEntry::content)
                    .orElse(null);
            if (content != null) {
                read(content, limits, numbers);
            }
        }
        return numbers;
    }

    /** Names that cannot be read are not known; whoever needs one says so. */
    private static void read(Content content, Limits limits, Map<String, Long> numbers) throws IOException {
        try (LineReader lines = new LineReader(content.open(), limits)) {
            for (RawText line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> fields = List.of(line.toString().split(":", 4));
                Long number = fields.size() < 3 ? null : number(fields.get(2));
                if (number != null) {
                    numbers.putIfAbsent(fields.get(0), number);
                }
            }
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            // What was read before counts.
        }
    }

    /** Null if it is no number that a file can be owned by. */
    private static @Nullable Long number(String text) {
        if (text.isEmpty() || text.length() > 10 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        long number = Long.parseLong(text);
        return number <= 0xffff_ffffL ? number : null;
    }
}
