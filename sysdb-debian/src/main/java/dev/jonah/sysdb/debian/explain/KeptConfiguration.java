package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Explains what dpkg keeps beside an edited configuration file: {@code X.dpkg-dist} and {@code X.dpkg-new} must be what
 * a package ships as {@code X}; {@code X.dpkg-old} must have most of its lines in common with the present {@code X}.
 */
public final class KeptConfiguration implements Explainer {
    private static final LazyPattern NAME =
            LazyPattern.of("(.+)\\.(?:dpkg-(new|dist)|dpkg-(old|bak)|ucf-(old))", Pattern.DOTALL);

    /** Called by the service loader. */
    public KeptConfiguration() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.kept-configuration";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.suffix(".dpkg-new", ".dpkg-dist", ".dpkg-old", ".dpkg-bak", ".ucf-old");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        Books books = new Books(scan);
        TreeMap<ImagePath, FileEntry> shipped = new TreeMap<>();
        for (FileEntry kept : (Iterable<FileEntry>) scan.candidates()::iterator) {
            Matcher name = NAME.matcher(kept.path().latin1());
            if (kept.content() == null || !name.matches() || (kept.mode() & 07000) != 0) {
                continue;
            }
            ImagePath base = ImagePath.of(RawText.ofLatin1(name.group(1)));
            if (name.group(2) != null) {
                shipped.put(base, kept);
            } else {
                earlier(kept, base, books, out);
            }
        }
        for (SoftwarePackage owner : shipped.isEmpty() ? List.<SoftwarePackage>of() : scan.packages()) {
            for (PackageFile file : owner.files()) {
                ImagePath base = books.tree().canonical(file.path());
                FileEntry kept = shipped.get(base);
                if (kept != null && compare(kept, file, owner, books, out)) {
                    shipped.remove(base);
                }
            }
        }
    }

    private static boolean compare(
            FileEntry kept, PackageFile file, SoftwarePackage owner, Books books, Consumer<Explanation> out) {
        Content content = kept.content();
        Digest digest = file.digest();
        try {
            if (content != null && digest != null && digest.matches(content.digest(digest.algorithm()))) {
                String text = "what " + owner.purl() + " ships as " + file.path() + ", which was edited and kept";
                Evidence evidence = Evidence.of(
                        "dpkg.kept-configuration", text, owner.foundAt().get(0));
                out.accept(new Explanation(kept.path(), Verdict.DERIVED, evidence));
                return true;
            }
        } catch (IOException e) {
            books.warn("dpkg.explain.unreadable", kept.path(), "cannot be compared: " + e.getMessage());
        }
        return false;
    }

    private static void earlier(FileEntry kept, ImagePath base, Books books, Consumer<Explanation> out) {
        FileEntry present = books.tree().resolveFile(base).orElse(null);
        if (present == null || !books.isAccounted(present.path()) || (kept.mode() & 0111 & ~present.mode()) != 0) {
            return;
        }
        try {
            String before = books.text(kept);
            String now = books.text(present);
            if (before != null && now != null && isAlike(before, now)) {
                String text = "an earlier version of the packaged " + present.path() + ", most lines of which it has";
                Evidence evidence = Evidence.of("dpkg.kept-configuration", text, present.path());
                out.accept(new Explanation(kept.path(), Verdict.DERIVED, evidence));
            }
        } catch (IOException e) {
            books.warn("dpkg.explain.unreadable", kept.path(), "cannot be compared: " + e.getMessage());
        }
    }

    private static boolean isAlike(String before, String now) {
        Set<String> present = new HashSet<>(Lines.of(now));
        List<String> lines =
                Lines.of(before).stream().filter(line -> !line.isBlank()).toList();
        long shared = lines.stream().filter(present::contains).count();
        return before.indexOf('\0') < 0 && shared > 0 && shared * 4 >= lines.size() * 3L;
    }
}
