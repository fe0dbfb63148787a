package dev.jonah.core.steps;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Aspect;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is not content: mode, owner, time, extended attributes. A difference is evidence; it is a signal as well
 * unless the package does not insist. A set-id bit that the package did not record is one even then.
 */
final class Metadata {
    private static final int SET_ID = 06000;

    private final FileEntry entry;
    private final PackageFile promise;
    private final Accounts accounts;
    private final List<String> differences = new ArrayList<>();
    private final List<String> signals = new ArrayList<>();

    private Metadata(FileEntry entry, PackageFile promise, Accounts accounts) {
        this.entry = entry;
        this.promise = promise;
        this.accounts = accounts;
    }

    static Metadata compare(FileEntry entry, PackageFile promise, Accounts accounts) {
        Metadata metadata = new Metadata(entry, promise, accounts);
        boolean link = entry.type() == EntryType.SYMLINK;
        if (link && promise.type() == EntryType.DIRECTORY) {
            metadata.differences.add("a symlink to " + entry.target() + ", the package has a directory");
        }
        // Links have neither mode nor attributes of their own worth comparing.
        if (!link && promise.type() != EntryType.SYMLINK) {
            metadata.mode();
            metadata.attributes();
        }
        metadata.owner("owner", Aspect.OWNER, entry.uid(), promise.uid(), promise.owner());
        metadata.owner("group", Aspect.GROUP, entry.gid(), promise.gid(), promise.group());
        metadata.modified();
        return metadata;
    }

    /** What differs, one text each. */
    List<String> differences() {
        return differences;
    }

    /** Which of it is worth a look. */
    List<String> signals() {
        return signals;
    }

    private void different(Aspect aspect, String text, @Nullable String signal) {
        boolean masked = promise.masked().contains(aspect);
        differences.add(masked ? text + ", which the package does not insist on" : text);
        if (!masked && signal != null) {
            signals.add(signal);
        }
    }

    private void mode() {
        Integer recorded = promise.mode();
        if (recorded == null || recorded == entry.mode()) {
            return;
        }
        String text = String.format(Locale.ROOT, "mode %04o, the package has %04o", entry.mode(), recorded);
        different(Aspect.MODE, text, "mode-changed");
        if ((entry.mode() & ~recorded & SET_ID) != 0 && !entry.isDirectory()) {
            signals.add("set-id-added");
        }
    }

    /** A number counts before a name; a name that the image does not know proves nothing. */
    private void owner(String word, Aspect aspect, long actual, @Nullable Long number, @Nullable String name) {
        Long recorded = number;
        if (recorded == null && name != null) {
            recorded = aspect == Aspect.OWNER ? accounts.user(name) : accounts.group(name);
            if (recorded == null) {
                different(
                        aspect,
                        word + " " + actual + ", the package has " + name + ", a name that the image does not know",
                        null);
                return;
            }
        }
        if (recorded != null && recorded != actual) {
            String wanted = number == null ? name + " (" + recorded + ")" : recorded.toString();
            different(aspect, word + " " + actual + ", the package has " + wanted, word + "-changed");
        }
    }

    /** Only of files: links and directories change theirs by themselves. */
    private void modified() {
        Long recorded = promise.modified();
        if (recorded != null && recorded != entry.modified() && entry.type().isRegular()) {
            different(
                    Aspect.MODIFIED,
                    "modified " + time(entry.modified()) + ", the package has " + time(recorded),
                    null);
        }
    }

    private static String time(long seconds) {
        try {
            return Instant.ofEpochSecond(seconds).toString();
        } catch (DateTimeException e) {
            return seconds + " seconds after 1970";
        }
    }

    private void attributes() {
        Map<String, Digest> recorded = promise.attributes();
        if (recorded == null) {
            return;
        }
        Set<String> names = new TreeSet<>(recorded.keySet());
        names.remove(Capabilities.ATTRIBUTE);
        for (String name : names) {
            RawText value = entry.attributes().get(name);
            Digest digest = recorded.get(name);
            if (value == null) {
                different(Aspect.ATTRIBUTES, "lacks the attribute " + name, null);
            } else if (digest != null && !digest.matches(Digest.compute(digest.algorithm(), value.bytes()))) {
                different(Aspect.ATTRIBUTES, "the attribute " + name + " differs from the package's", null);
            }
        }
        capabilities(recorded.get(Capabilities.ATTRIBUTE), entry.attributes().get(Capabilities.ATTRIBUTE));
    }

    private void capabilities(@Nullable Digest recorded, @Nullable RawText value) {
        if (value == null) {
            if (recorded != null) {
                different(Aspect.ATTRIBUTES, "lacks the package's capabilities", "capabilities-lost");
            }
            return;
        }
        Capabilities parsed = Capabilities.parse(value);
        String has = "has the capabilities " + (parsed == null ? "of a form that is not known" : parsed);
        if (recorded == null) {
            different(Aspect.ATTRIBUTES, has + ", the package has none", "capabilities-added");
        } else if (!Capabilities.matches(recorded, value)) {
            different(Aspect.ATTRIBUTES, has + ", which differ from the package's", "capabilities-changed");
        }
    }
}
