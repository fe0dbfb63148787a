package dev.jonah.appdb.conda;

import dev.jonah.appdb.conda.format.CondaPath;
import dev.jonah.appdb.conda.format.CondaRecord;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageFile;
import dev.jonah.value.Digest;
import dev.jonah.value.Digest.Algorithm;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record tells of symbolic links. None holds a target. {@code sha256} is that of the file that the link led to
 * where the package was built. {@code sha256_in_prefix} is with rattler that of the target as written; with conda and mamba
 * that of a file again, or nothing. So the target is found among the paths of the record that have the same content.
 */
final class SoftLinks {
    /** More paths of one content than this are no help in telling where a link leads. */
    private static final int MOST_ALIKE = 64;

    private static final String NOTHING =
            Digest.compute(Algorithm.SHA256, new byte[0]).hex();

    private final CondaRecord record;
    private final ImagePath prefix;
    private final FileTree tree;
    private final Map<String, List<String>> byContent = new HashMap<>();
    private final boolean targetsAreHashed;

    SoftLinks(CondaRecord record, ImagePath prefix, FileTree tree) {
        this.record = record;
        this.prefix = prefix;
        this.tree = tree;
        boolean any = record.paths().stream().anyMatch(CondaPath::isLink);
        for (CondaPath row : any ? record.paths() : List.<CondaPath>of()) {
            if (row.sha256() != null && !row.sha256().equals(NOTHING)) {
                List<String> alike = byContent.computeIfAbsent(row.sha256(), key -> new ArrayList<>(1));
                if (alike.size() < MOST_ALIKE) {
                    alike.add(row.path());
                }
            }
        }
        targetsAreHashed = any && record.paths().stream().anyMatch(row -> row.isLink() && hashedTarget(row) != null);
    }

    /** What is promised of a link at {@code path}. */
    PackageFile.Builder promise(ImagePath path, CondaPath row) throws IOException {
        PackageFile.Builder file = PackageFile.at(path, "conda.record.link").type(EntryType.SYMLINK);
        RawText target = hashedTarget(row);
        if (target != null) {
            return file.target(target).note("its record has the checksum of this target");
        }
        if (targetsAreHashed && row.sha256InPrefix() != null) {
            return file.targetDigest(CondaClaims.sha256(row.sha256InPrefix()));
        }
        List<String> candidates = others(row);
        RawText present = targetOf(path);
        if (present != null && (leadsToOneOf(path, present, candidates, row) || leadsToContent(path, row))) {
            return file.target(present).note("it leads to the content that its record has the checksum of");
        }
        if (!candidates.isEmpty()) {
            return file.target(relative(row.path(), candidates.get(0)))
                    .note("its record has the checksum of the content that this leads to");
        }
        return file;
    }

    /** The target whose own checksum the record has: one that leads to the content of the link, or the one there is. */
    private @Nullable RawText hashedTarget(CondaPath row) {
        String hash = row.sha256InPrefix();
        if (hash == null || hash.equals(row.sha256())) {
            return null;
        }
        for (String other : others(row)) {
            RawText target = relative(row.path(), other);
            if (hash(target).equals(hash)) {
                return target;
            }
        }
        RawText present = targetOf(prefix.resolve(row.path()));
        return present != null && hash(present).equals(hash) ? present : null;
    }

    /** The target of the link that is there, or null if none is. */
    private @Nullable RawText targetOf(ImagePath path) {
        FileEntry link = tree.find(tree.canonical(path)).orElse(null);
        return link == null || link.type() != EntryType.SYMLINK ? null : link.target();
    }

    private static String hash(RawText text) {
        return Digest.compute(Algorithm.SHA256, text.bytes()).hex();
    }

    private List<String> others(CondaPath row) {
        List<String> alike = row.sha256() == null ? List.of() : byContent.getOrDefault(row.sha256(), List.of());
        return alike.stream().filter(path -> !path.equals(row.path())).toList();
    }

    private boolean leadsToOneOf(ImagePath path, RawText target, List<String> candidates, CondaPath row) {
        ImagePath there = tree.canonical(tree.canonical(path).resolve("..").resolve(target));
        for (String candidate : candidates) {
            if (tree.canonical(prefix.resolve(candidate)).equals(there)) {
                return true;
            }
        }
        // Where files are not linked hard, conda links them to the package cache.
        String source = record.source();
        return record.linkType() != null
                && record.linkType() == 2
                && source != null
                && target.equals(RawText.of(source + "/" + row.path()));
    }

    private boolean leadsToContent(ImagePath path, CondaPath row) throws IOException {
        Digest wanted = CondaClaims.sha256(row.sha256());
        Content content = wanted == null || wanted.hex().equals(NOTHING)
                ? null
                : tree.resolveFile(path).map(FileEntry::content).orElse(null);
        return content != null && content.digest(Algorithm.SHA256).equals(wanted);
    }

    /** How {@code to} is written in a link at {@code from}. */
    private static RawText relative(String from, String to) {
        String[] start = from.split("/");
        String[] end = to.split("/");
        int common = 0;
        while (common < start.length - 1 && common < end.length - 1 && start[common].equals(end[common])) {
            common++;
        }
        String up = "../".repeat(start.length - 1 - common);
        return RawText.of(up + String.join("/", List.of(end).subList(common, end.length)));
    }
}
