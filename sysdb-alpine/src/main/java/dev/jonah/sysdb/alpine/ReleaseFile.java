package dev.jonah.sysdb.alpine;

import dev.jonah.image.FileEntry;
import dev.jonah.ledger.Explainer;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file that names a release of Alpine.
 *
 * @param path where it really is
 * @param release {@code 3.20.3} or {@code 3.21.0_alpha20240923}, or what of it the file names: {@code 3.20}, {@code edge}
 * @param isGenuine whether the whole content has the form that Alpine gives this file
 */
record ReleaseFile(ImagePath path, String release, boolean isGenuine) {
    private static final String VERSION = "\\d{1,3}\\.\\d{1,3}(?:\\.\\d{1,3})?(?:_(?:alpha|beta|pre|rc)\\d{0,8})?";
    private static final String SITE = "\"?https?://(?:[a-z0-9-]+\\.)*alpinelinux\\.org/[A-Za-z0-9._/-]*\"?";

    // A release as group 1 wherever the file has one; each file is tried as a whole.
    private static final Map<String, LazyPattern> FORMS = Map.of(
            "/etc/alpine-release", LazyPattern.of("(" + VERSION + ")\n"),
            "/etc/issue",
                    LazyPattern.of("Welcome to Alpine Linux (" + VERSION
                            + ")(?: \\(edge\\))?\nKernel \\\\r on an \\\\m \\(\\\\l\\)\n\n?"),
            "/etc/secfixes.d/alpine",
                    LazyPattern.of("https://secdb\\.alpinelinux\\.org/(v\\d{1,3}\\.\\d{1,3}|edge)/main\\.json\n"
                            + "(?:https://secdb\\.alpinelinux\\.org/\\1/community\\.json\n)?"),
            "/etc/os-release", osRelease(),
            "/usr/lib/os-release", osRelease());
    private static final LazyPattern BRANCH_OF_URL = LazyPattern.of("/alpine/(v\\d{1,3}\\.\\d{1,3}|edge)/");

    static String[] paths() {
        return FORMS.keySet().stream().sorted().toArray(String[]::new);
    }

    /** All such files, owned ones too, and the repositories, which only ever bear witness. */
    static List<ReleaseFile> readAll(Explainer.Scan scan) throws IOException {
        List<ReleaseFile> found = new ArrayList<>();
        for (Map.Entry<String, LazyPattern> form : FORMS.entrySet()) {
            FileEntry file = scan.tree().find(ImagePath.of(form.getKey())).orElse(null);
            String text = file == null || !isPlain(file) ? null : Texts.small(file, scan.limits());
            Matcher matcher = text == null || text.length() > 4096
                    ? null
                    : form.getValue().matcher(text);
            if (file != null && matcher != null && matcher.matches()) {
                found.add(new ReleaseFile(file.path(), matcher.group(1), true));
            }
        }
        ReleaseFile repositories = repositories(scan);
        if (repositories != null) {
            found.add(repositories);
        }
        return found;
    }

    /** Whether both may be of one release; what only one of them tells is not compared. */
    boolean agreesWith(ReleaseFile other) {
        boolean edge = isEdge() || other.isEdge();
        return edge
                ? isEdge() == other.isEdge() && (isName() || other.isName() || release.equals(other.release))
                : branch().equals(other.branch()) && (isBranch() || other.isBranch() || release.equals(other.release));
    }

    /** The other files that may be of the same release. */
    Set<ImagePath> agreeing(List<ReleaseFile> all) {
        return all.stream()
                .filter(other -> !other.path.equals(path) && agreesWith(other))
                .map(ReleaseFile::path)
                .collect(Collectors.toSet());
    }

    /** Whether the file names the release itself and not only its branch. */
    boolean isExact() {
        return !isName();
    }

    private boolean isName() {
        return release.equals("edge") || isBranch();
    }

    private boolean isEdge() {
        return release.equals("edge") || release.contains("_alpha");
    }

    private boolean isBranch() {
        return branch().equals(release.startsWith("v") ? release.substring(1) : release);
    }

    private String branch() {
        Matcher matcher = LazyPattern.of("v?(\\d+\\.\\d+).*").matcher(release);
        return matcher.matches() ? matcher.group(1) : release;
    }

    private static @Nullable ReleaseFile repositories(Explainer.Scan scan) throws IOException {
        FileEntry file =
                scan.tree().resolveFile(ImagePath.of("/etc/apk/repositories")).orElse(null);
        String text = file == null ? null : Texts.small(file, scan.limits());
        Matcher matcher = text == null ? null : BRANCH_OF_URL.matcher(text);
        return file != null && matcher != null && matcher.find()
                ? new ReleaseFile(file.path(), matcher.group(1), false)
                : null;
    }

    private static boolean isPlain(FileEntry file) {
        return file.type().isRegular() && (file.mode() & 07111) == 0;
    }

    private static LazyPattern osRelease() {
        return LazyPattern.of("NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=(" + VERSION
                + ")\nPRETTY_NAME=\"Alpine Linux (?:v" + VERSION + "|edge)\"\nHOME_URL=" + SITE
                + "\n(?:BUG_REPORT_URL=" + SITE + "\n)?");
    }
}
