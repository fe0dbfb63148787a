package dev.jonah.appdb.php;

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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains settings of a built PHP that do nothing but load one extension, as {@code docker-php-ext-enable} writes them:
 * {@code etc/php/conf.d/docker-php-ext-gd.ini}. The extension must be accounted for.
 */
public final class PhpExtensionSettings implements Explainer {
    private static final int LONGEST = 512;

    /** Found as a service. */
    public PhpExtensionSettings() {}

    @Override
    public String id() {
        return "jonah.appdb.php-extensions";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.suffix(".ini");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            ImagePath parent = file.path().parent();
            Content content = file.type().isRegular() ? file.content() : null;
            if (content == null
                    || content.size() > LONGEST
                    || parent == null
                    || !parent.latin1().endsWith("/etc/php/conf.d")) {
                continue;
            }
            String name = loads(RawText.of(content.head(LONGEST)).latin1().strip());
            ImagePath extension = name == null ? null : extension(name, parent.resolve("../../.."), scan);
            if (extension != null) {
                out.accept(new Explanation(
                        file.path(),
                        Verdict.DERIVED,
                        Evidence.of(
                                "php.extension", "it does nothing but load the extension " + extension, extension)));
            }
        }
    }

    /** The extension that a single line loads, or null. */
    private static @Nullable String loads(String text) {
        String[] parts = text.split("=", 2);
        boolean loads = parts.length == 2
                && (parts[0].strip().equals("extension") || parts[0].strip().equals("zend_extension"));
        String name = loads ? parts[1].strip() : "";
        return name.matches("(/[A-Za-z0-9._/-]+/)?[A-Za-z0-9_-]+(\\.so)?") ? name : null;
    }

    private static @Nullable ImagePath extension(String name, ImagePath prefix, Scan scan) {
        String file = name.endsWith(".so") ? name : name + ".so";
        if (name.startsWith("/")) {
            return isAccounted(ImagePath.of(file), scan) ? ImagePath.of(file) : null;
        }
        for (FileEntry directory : scan.tree().children(prefix.resolve("lib/php/extensions"))) {
            ImagePath path = directory.path().resolve(file);
            if (directory.isDirectory() && isAccounted(path, scan)) {
                return path;
            }
        }
        return null;
    }

    private static boolean isAccounted(ImagePath path, Scan scan) {
        FileEntry file = scan.tree().resolveFile(path).orElse(null);
        Verdict verdict = file == null ? null : scan.verdict(file.path());
        return verdict == Verdict.VERIFIED || verdict == Verdict.OWNED;
    }
}
