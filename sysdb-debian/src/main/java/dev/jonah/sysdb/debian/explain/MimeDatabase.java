package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Explains what update-mime-database makes of {@code /usr/share/mime/packages/*.xml}: one file for each type that a
 * packaged input declares, and lists that name no other types.
 */
public final class MimeDatabase implements Explainer {
    private static final String ROOT = "/usr/share/mime";
    private static final ImagePath PACKAGES = ImagePath.of(ROOT + "/packages");
    private static final LazyPattern TYPE =
            LazyPattern.of("<mime-type\\b[^<>]{0,300}\\btype\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Map<String, LazyPattern> LISTS = Map.of(
            "types", Lines.pattern("(.+)"),
            "aliases", LazyPattern.of("\\S+ (\\S+)"),
            "subclasses", LazyPattern.of("(\\S+) \\S+"),
            "globs", Lines.pattern("#.*|([^:]+):.*"),
            "globs2", Lines.pattern("#.*|\\d+:([^:]+):.*"),
            "icons", LazyPattern.of("([^:]+):[\\w.+-]+"),
            "generic-icons", LazyPattern.of("([^:]+):[\\w.+-]+"),
            "XMLnamespaces", LazyPattern.of("\\S+ \\S* ?(\\S+/\\S+)"),
            "version", LazyPattern.of("\\d+\\.\\d+"));
    private static final Map<String, String> MAGIC =
            Map.of("magic", "MIME-Magic\0\n", "treemagic", "MIME-TreeMagic\0\n", "mime.cache", "\0\1\0\2");

    /** Called by the service loader. */
    public MimeDatabase() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.mime-database";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.below(ROOT);
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Books books = new Books(scan);
        if (!books.isInstalled("shared-mime-info")) {
            return;
        }
        Map<String, ImagePath> types = types(books);
        for (FileEntry entry : (Iterable<FileEntry>) scan.candidates()::iterator) {
            boolean plain = entry.type().isRegular() && (entry.mode() & 07111) == 0;
            Finding finding = plain && !types.isEmpty() ? look(entry, types, books) : null;
            if (finding != null) {
                out.accept(new Explanation(
                        entry.path(),
                        Verdict.DERIVED,
                        new Evidence("debian.mime-database", finding.text(), finding.inputs())));
            }
        }
    }

    /** Every type that a packaged input declares, with the input. */
    private static Map<String, ImagePath> types(Books books) throws IOException {
        Map<String, ImagePath> types = new HashMap<>();
        for (FileEntry input : books.tree().children(PACKAGES)) {
            String text = books.isUnchanged(input.path()) ? books.text(input) : null;
            Matcher matcher = TYPE.matcher(text == null ? "" : text);
            while (matcher.find()) {
                types.putIfAbsent(lowerCase(matcher.group(1)), input.path());
            }
        }
        return types;
    }

    private static @Nullable Finding look(FileEntry entry, Map<String, ImagePath> types, Books books)
            throws IOException {
        String path = entry.path().latin1().substring(ROOT.length() + 1);
        String text = books.text(entry);
        if (text == null) {
            return null;
        }
        if (path.indexOf('/') >= 0) {
            String type = path.endsWith(".xml") ? path.substring(0, path.length() - 4) : "";
            ImagePath input = types.get(type);
            Matcher declared = TYPE.matcher(text);
            boolean same = declared.find() && lowerCase(declared.group(1)).equals(type) && !declared.find();
            String end = "</mime-type>";
            boolean made = text.startsWith("<?xml ")
                    && text.contains("update-mime-database")
                    && text.indexOf(end) == text.stripTrailing().length() - end.length();
            return input != null && same && made
                    ? Finding.of("the type " + type + " as " + input + " declares it", input)
                    : null;
        }
        String magic = MAGIC.get(path);
        LazyPattern line = LISTS.get(path);
        boolean known = magic != null ? text.startsWith(magic) : line != null && names(Lines.of(text), line, types);
        return known ? Finding.of("made of the packaged types", new TreeSet<>(types.values())) : null;
    }

    /** Types are the same in any case; the names of their files are in lower case. */
    private static String lowerCase(String type) {
        return type.toLowerCase(Locale.ROOT);
    }

    private static boolean names(List<String> lines, LazyPattern pattern, Map<String, ImagePath> types) {
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (!matcher.matches()) {
                return false;
            }
            String type = matcher.groupCount() == 0 ? null : matcher.group(1);
            if (type != null && !types.containsKey(lowerCase(type))) {
                return false;
            }
        }
        return true;
    }
}
