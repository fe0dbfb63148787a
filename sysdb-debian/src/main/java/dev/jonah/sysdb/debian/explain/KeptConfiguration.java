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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Explains what dpkg keeps beside an edited configuration file: {@code X.dpkg-dist} and {@code X.dpkg-new} must be what
 * a package ships as {@code X}; {@code X.dpkg-old} must have most of its lines in common with the present {@code X}, and
 * {@code X} be configuration.
 */
public final class KeptConfiguration implements Explainer {
    private static final LazyPattern NAME =
            LazyPattern.of("(.+)\\.(?:dpkg-(?:new|dist|old|bak)|ucf-old)", Pattern.DOTALL);
    private static final LazyPattern SHIPPED = LazyPattern.of("-(?:new|dist)$");

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
        Map<ImagePath, List<FileEntry>> byBase = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (FileEntry kept : (Iterable<FileEntry>) scan.candidates()::iterator) {
            Matcher name = NAME.matcher(kept.path().latin1());
            if (kept.content() != null && name.matches() && (kept.mode() & 07000) == 0) {
                ImagePath base = ImagePath.of(RawText.ofLatin1(name.group(1)));
                byBase.computeIfAbsent(base, key -> new ArrayList<>()).add(kept);
                names.add(base.name().latin1());
            }
        }
        Set<ImagePath> explained = new HashSet<>();
        for (SoftwarePackage owner : byBase.isEmpty() ? List.<SoftwarePackage>of() : scan.packages()) {
            for (PackageFile file : owner.files()) {
                if (!names.contains(file.path().name().latin1())) {
                    continue;
                }
                for (FileEntry kept : byBase.getOrDefault(books.tree().canonical(file.path()), List.of())) {
                    Explanation found = explained.contains(kept.path()) ? null : look(kept, file, owner, books);
                    if (found != null && explained.add(kept.path())) {
                        out.accept(found);
                    }
                }
            }
        }
    }

    private static @Nullable Explanation look(FileEntry kept, PackageFile file, SoftwarePackage owner, Books books) {
        boolean shipped = SHIPPED.matcher(kept.path().latin1()).find();
        try {
            if (shipped) {
                return isShipped(kept, file)
                        ? explanation(
                                kept,
                                "what " + owner.purl() + " ships as " + file.path() + ", which was edited and kept",
                                owner.foundAt().get(0))
                        : null;
            }
            FileEntry present = books.tree().resolveFile(file.path()).orElse(null);
            // dpkg keeps no earlier version of anything but configuration.
            boolean earlier = file.ifDifferent() == PackageFile.Difference.CONFIG_EDITED
                    && present != null
                    && books.isAccounted(present.path())
                    && (kept.mode() & 0111 & ~present.mode()) == 0
                    && isAlike(books.text(kept), books.text(present));
            return earlier && present != null
                    ? explanation(
                            kept,
                            "an earlier version of the packaged " + present.path() + ", most lines of which it has",
                            present.path())
                    : null;
        } catch (IOException e) {
            books.warn("dpkg.explain.unreadable", kept.path(), "cannot be compared: " + e.getMessage());
            return null;
        }
    }

    private static Explanation explanation(FileEntry kept, String text, ImagePath input) {
        return new Explanation(kept.path(), Verdict.DERIVED, Evidence.of("dpkg.kept-configuration", text, input));
    }

    private static boolean isShipped(FileEntry kept, PackageFile file) throws IOException {
        Content content = kept.content();
        Digest digest = file.digest();
        return content != null && digest != null && digest.matches(content.digest(digest.algorithm()));
    }

    private static boolean isAlike(@Nullable String before, @Nullable String now) {
        if (before == null || now == null) {
            return false;
        }
        Set<String> present = new HashSet<>(Lines.of(now));
        List<String> lines =
                Lines.of(before).stream().filter(line -> !line.isBlank()).toList();
        long shared = lines.stream().filter(present::contains).count();
        return before.indexOf('\0') < 0 && shared > 0 && shared * 4 >= lines.size() * 3L;
    }
}
