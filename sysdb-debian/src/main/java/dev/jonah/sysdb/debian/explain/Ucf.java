package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Explains configuration that ucf manages, where dpkg does not, and ucf's own records: {@code registry} tells which
 * package a file belongs to, {@code hashfile} the MD5 of what the package shipped last, {@code cache} keeps that
 * content. A file that was edited since stays unexplained.
 */
public final class Ucf implements Explainer {
    private static final String HOME = "/var/lib/ucf/";
    private static final LazyPattern HASH = LazyPattern.of("([0-9a-f]{32})  (/.+)");
    private static final LazyPattern OWNER = LazyPattern.of("([a-z0-9][a-z0-9.+-]*)\\s+(/.+)");

    /** Called by the service loader. */
    public Ucf() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.ucf";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.below("/etc", HOME, "/usr/share", "/var");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        Books books = new Books(scan);
        Map<ImagePath, String> hashes = new HashMap<>();
        Map<ImagePath, String> owners = new HashMap<>();
        if (!books.isInstalled("ucf") || !read("hashfile", HASH, books, (hash, path) -> hashes.put(path, hash))) {
            return;
        }
        read("registry", OWNER, books, (owner, path) -> owners.put(path, owner));
        for (FileEntry entry : (Iterable<FileEntry>) scan.candidates()::iterator) {
            Content content = entry.content();
            if (content == null || (entry.mode() & 07000) != 0) {
                continue;
            }
            try {
                Explanation found = entry.path().latin1().startsWith(HOME)
                        ? record(entry, hashes, books)
                        : managed(entry, content, hashes, owners, books);
                if (found != null) {
                    out.accept(found);
                }
            } catch (IOException e) {
                books.warn(
                        "dpkg.explain.unreadable", entry.path(), "cannot be read as a file of ucf: " + e.getMessage());
            }
        }
    }

    private static @Nullable Explanation managed(
            FileEntry entry, Content content, Map<ImagePath, String> hashes, Map<ImagePath, String> owners, Books books)
            throws IOException {
        String owner = owners.get(entry.path());
        String hash = hashes.get(entry.path());
        if (owner == null || hash == null || !books.isInstalled(owner) || !isOf(content, hash)) {
            return null;
        }
        String text = "configuration of " + owner + ", as it was shipped when ucf put it there";
        Evidence evidence =
                Evidence.of("ucf.managed", text, ImagePath.of(HOME + "hashfile"), ImagePath.of(HOME + "registry"));
        return new Explanation(entry.path(), Verdict.DERIVED, evidence);
    }

    private static @Nullable Explanation record(FileEntry entry, Map<ImagePath, String> hashes, Books books)
            throws IOException {
        String name = entry.path().latin1().substring(HOME.length());
        Content content = entry.content();
        boolean fits = false;
        if (content == null || (entry.mode() & 0111) != 0) {
            return null;
        }
        if (name.startsWith("cache/") && name.indexOf('/', 6) < 0) {
            String hash =
                    hashes.get(ImagePath.of(RawText.ofLatin1(name.substring(6).replace(':', '/'))));
            fits = hash != null && isOf(content, hash);
        } else if (name.matches("(?:hashfile|registry)(?:\\.\\d)?")) {
            LazyPattern line = name.startsWith("hash") ? HASH : OWNER;
            String text = books.text(entry);
            fits = text != null
                    && Lines.of(text).stream().allMatch(l -> line.matcher(l).matches());
        }
        Evidence evidence =
                Evidence.of("ucf.state", "what ucf remembers of configuration that it put there", entry.path());
        return fits ? new Explanation(entry.path(), Verdict.TRANSIENT, evidence) : null;
    }

    private static boolean isOf(Content content, String md5) throws IOException {
        return content.digest(Digest.Algorithm.MD5).hex().equals(md5);
    }

    private static boolean read(
            String name, LazyPattern line, Books books, java.util.function.BiConsumer<String, ImagePath> out) {
        ImagePath path = ImagePath.of(HOME + name);
        FileEntry file = books.tree().resolveFile(path).orElse(null);
        try {
            String text = file == null ? null : books.text(file);
            for (String each : text == null ? java.util.List.<String>of() : Lines.of(text)) {
                Matcher matcher = line.matcher(each);
                if (matcher.matches()) {
                    out.accept(
                            matcher.group(1), books.tree().canonical(ImagePath.of(RawText.ofLatin1(matcher.group(2)))));
                }
            }
            return text != null;
        } catch (IOException e) {
            books.warn("dpkg.explain.unreadable", path, "cannot be read as a file of ucf: " + e.getMessage());
            return false;
        }
    }
}
