package dev.jonah.sysdb.rpm.format;

import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Joins the arrays of a header that each hold one value for every file. */
final class RpmFilesReader {
    private final RpmHeader header;
    private final Consumer<String> problems;
    private final Map<RawText, String> names = new HashMap<>();
    private int count;

    RpmFilesReader(RpmHeader header, Consumer<String> problems) {
        this.header = header;
        this.problems = problems;
    }

    List<RpmFile> read() {
        List<@Nullable RawText> paths = paths();
        count = paths.size();
        if (count == 0) {
            return List.of();
        }
        long[] sizes = numbers(header.has(RpmTag.LONGFILESIZES) ? RpmTag.LONGFILESIZES : RpmTag.FILESIZES);
        long[] modes = numbers(RpmTag.FILEMODES);
        long[] flags = numbers(RpmTag.FILEFLAGS);
        long[] verifyFlags = numbers(RpmTag.FILEVERIFYFLAGS);
        long[] states = numbers(RpmTag.FILESTATES);
        long[] uids = numbers(RpmTag.FILEUIDS);
        long[] gids = numbers(RpmTag.FILEGIDS);
        long[] times = numbers(RpmTag.FILEMTIMES);
        long[] devices = numbers(RpmTag.FILERDEVS);
        long[] containers = numbers(RpmTag.FILEDEVICES);
        long[] inodes = numbers(RpmTag.FILEINODES);
        long[] colors = numbers(RpmTag.FILECOLORS);
        List<RawText> digests = texts(RpmTag.FILEDIGESTS);
        List<RawText> targets = texts(RpmTag.FILELINKTOS);
        List<RawText> owners = texts(RpmTag.FILEUSERNAME);
        List<RawText> groups = texts(RpmTag.FILEGROUPNAME);
        List<RawText> languages = texts(RpmTag.FILELANGS);
        List<RawText> capabilities = texts(RpmTag.FILECAPS);
        List<RawText> signatures = texts(RpmTag.FILESIGNATURES);
        Long algorithm = header.number(RpmTag.FILEDIGESTALGO);
        List<RpmFile> files = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            RawText path = paths.get(i);
            if (path == null) {
                continue;
            }
            String digest = name(digests, i);
            RawText target = i < targets.size() && !targets.get(i).isEmpty() ? targets.get(i) : null;
            files.add(new RpmFile(
                    path,
                    i < modes.length ? (int) modes[i] : null,
                    number(sizes, i),
                    digest == null ? null : RpmDigest.of(algorithm, digest),
                    target,
                    i < flags.length ? (int) flags[i] : 0,
                    i < verifyFlags.length ? (int) verifyFlags[i] : RpmVerifyFlag.ALL,
                    i < states.length ? RpmFileState.of(states[i]) : RpmFileState.UNKNOWN,
                    name(owners, i),
                    name(groups, i),
                    number(uids, i),
                    number(gids, i),
                    number(times, i),
                    i < devices.length ? (int) devices[i] : null,
                    number(containers, i),
                    number(inodes, i),
                    i < colors.length ? (int) colors[i] : null,
                    name(languages, i),
                    name(capabilities, i),
                    i < signatures.size() ? bytes(signatures.get(i)) : null));
        }
        return files;
    }

    /** One path for each file; null where the header does not tell it. */
    private List<@Nullable RawText> paths() {
        List<RawText> names = header.texts(RpmTag.BASENAMES);
        if (names.isEmpty()) {
            return oldPaths();
        }
        List<RawText> directories = header.texts(RpmTag.DIRNAMES);
        long[] indexes = header.numbers(RpmTag.DIRINDEXES);
        List<@Nullable RawText> paths = new ArrayList<>();
        int lost = 0;
        for (RawText name : names) {
            int i = paths.size();
            boolean known = i < indexes.length && indexes[i] >= 0 && indexes[i] < directories.size();
            String path = known ? directories.get((int) indexes[i]).latin1() + name.latin1() : "";
            // The root itself is a directory "/" with an empty name in it.
            boolean named = known && (!name.isEmpty() || path.equals("/"));
            lost += named ? 0 : 1;
            paths.add(named ? RawText.ofLatin1(path) : null);
        }
        reportLost(lost, names.size());
        return paths;
    }

    /** As headers of version 3 have them: whole. */
    private List<@Nullable RawText> oldPaths() {
        List<@Nullable RawText> paths = new ArrayList<>();
        int lost = 0;
        for (RawText path : header.texts(RpmTag.OLDFILENAMES)) {
            lost += path.isEmpty() ? 1 : 0;
            paths.add(path.isEmpty() ? null : path);
        }
        reportLost(lost, paths.size());
        return paths;
    }

    private void reportLost(int lost, int all) {
        if (lost > 0) {
            problems.accept(lost + " of " + all + " files have no path");
        }
    }

    private long[] numbers(RpmTag tag) {
        long[] numbers = header.numbers(tag);
        check(tag, numbers.length);
        return numbers;
    }

    private List<RawText> texts(RpmTag tag) {
        List<RawText> texts = header.texts(tag);
        check(tag, texts.size());
        return texts;
    }

    private void check(RpmTag tag, int size) {
        if (header.has(tag) && size != count) {
            problems.accept(RpmTag.describe(tag.number()) + " has " + size + " values for " + count + " files");
        }
    }

    private static @Nullable Long number(long[] numbers, int i) {
        return i < numbers.length ? numbers[i] : null;
    }

    private @Nullable RawText bytes(RawText hex) {
        try {
            return hex.isEmpty() ? null : RawText.of(HexFormat.of().parseHex(hex.latin1()));
        } catch (IllegalArgumentException e) {
            problems.accept("signatures of files are not in hexadecimal");
            return null;
        }
    }

    /** The text, shared between the many files that have the same; null if it is empty. */
    private @Nullable String name(List<RawText> texts, int i) {
        return i < texts.size() && !texts.get(i).isEmpty()
                ? names.computeIfAbsent(texts.get(i), RawText::toString)
                : null;
    }
}
