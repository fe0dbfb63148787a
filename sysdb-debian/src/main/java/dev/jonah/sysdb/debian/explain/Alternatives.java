package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.sysdb.debian.format.Alternative;
import dev.jonah.sysdb.debian.format.AlternativesReader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains update-alternatives' links and its files about them. A link in {@code /etc/alternatives} must lead to one of
 * the choices that the group has on file, which a package accounts for; a public link must lead to that link. A group
 * with a choice that no package accounts for is not explained, and neither are its links to it.
 */
public final class Alternatives implements Explainer {
    private static final ImagePath DATABASE = ImagePath.of("/var/lib/dpkg/alternatives");
    private static final ImagePath LINKS = ImagePath.of("/etc/alternatives");

    /** Called by the service loader. */
    public Alternatives() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.alternatives";
    }

    @Override
    public FilePattern candidates() {
        // Public links may be anywhere.
        return FilePattern.everything();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        Books books = new Books(scan);
        if (!books.isInstalled("dpkg") && !books.isInstalled("update-alternatives")) {
            return;
        }
        Map<ImagePath, Explanation> found = new HashMap<>();
        // The database may lie elsewhere, behind a link.
        ImagePath database = scan.tree().resolve(DATABASE).map(FileEntry::path).orElse(DATABASE);
        for (FileEntry file : scan.tree().children(database)) {
            Content content = file.content();
            if (content == null || (file.mode() & 07111) != 0) {
                continue;
            }
            try (InputStream in = content.open()) {
                Alternative group = AlternativesReader.read(in, scan.limits());
                if (group.failure() != null) {
                    throw group.failure();
                }
                group(file, group, books, found);
            } catch (IOException e) {
                books.warn("dpkg.explain.unreadable", file.path(), "cannot be read as alternatives: " + e.getMessage());
            }
        }
        scan.candidates()
                .map(entry -> found.get(entry.path()))
                .filter(e -> e != null)
                .forEach(out);
    }

    private static void group(FileEntry file, Alternative group, Books books, Map<ImagePath, Explanation> found) {
        RawText master = group.link();
        if (master == null || !group.problems().isEmpty() || group.choices().isEmpty()) {
            return;
        }
        boolean accounted = group.choices().stream().allMatch(c -> books.accounted(ImagePath.of(c.path())) != null);
        if (accounted) {
            String text = "a group of " + group.choices().size() + " alternatives, all of them files of packages";
            found.put(
                    file.path(),
                    new Explanation(
                            file.path(), Verdict.TRANSIENT, Evidence.of("dpkg.alternatives", text, file.path())));
        }
        for (Alternative.Choice choice : group.choices()) {
            links(file, file.path().name(), master, choice.path(), books, found);
            for (int i = 0; i < group.slaves().size(); i++) {
                Alternative.Slave slave = group.slaves().get(i);
                links(file, slave.name(), slave.link(), choice.targets().get(i), books, found);
            }
        }
    }

    /** The two links by which {@code target} is found at {@code place}, if they lead there. */
    private static void links(
            FileEntry file,
            RawText name,
            RawText place,
            RawText target,
            Books books,
            Map<ImagePath, Explanation> found) {
        if (target.isEmpty() || name.latin1().indexOf('/') >= 0 || name.latin1().matches("|\\.\\.?")) {
            return;
        }
        FileEntry inner = link(LINKS.child(name), books);
        RawText leadsTo = inner == null ? null : inner.target();
        FileEntry program = books.accounted(ImagePath.of(target));
        if (inner == null || program == null || leadsTo == null || !leadsTo.equals(target)) {
            return;
        }
        String text = "leads to a choice of the alternatives " + file.path().fileName();
        found.put(inner.path(), derived(inner, text, file, program));
        FileEntry outer = link(books.tree().canonical(ImagePath.of(place)), books);
        if (outer != null && leads(outer, inner.path(), books)) {
            found.put(
                    outer.path(),
                    derived(
                            outer,
                            "public link of the alternatives " + file.path().fileName(),
                            file,
                            inner));
        }
    }

    private static @Nullable FileEntry link(ImagePath path, Books books) {
        return books.tree()
                .find(path)
                .filter(e -> e.type() == EntryType.SYMLINK)
                .orElse(null);
    }

    /** Whether a link leads to this link itself, links in the parents of its target resolved. */
    private static boolean leads(FileEntry link, ImagePath to, Books books) {
        RawText target = link.target();
        ImagePath parent = link.path().parent();
        return target != null
                && parent != null
                && books.tree().canonical(parent.resolve(target)).equals(to);
    }

    private static Explanation derived(FileEntry link, String text, FileEntry... inputs) {
        ImagePath[] paths = java.util.Arrays.stream(inputs).map(FileEntry::path).toArray(ImagePath[]::new);
        return new Explanation(link.path(), Verdict.DERIVED, Evidence.of("dpkg.alternative-link", text, paths));
    }
}
