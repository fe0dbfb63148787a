package dev.jonah.sysdb.alpine;

import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.alpine.format.BusyboxPathsReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains the links to busybox that the package's scripts make: those that an unchanged list in
 * {@code etc/busybox-paths.d} names (rule {@code apk.busybox-paths}), and where a release has no such list those named
 * after an applet of the unchanged binary (rule {@code apk.busybox-applet}).
 */
public final class BusyboxLinks implements Explainer {
    private static final Set<String> BINARIES = Set.of("busybox", "busybox-extras", "bbsuid", "busybox.static");
    private static final String[] DIRECTORIES = {"/bin", "/sbin", "/usr/bin", "/usr/sbin"};

    /** Called by the service loader. */
    public BusyboxLinks() {}

    @Override
    public String id() {
        return "jonah.sysdb.alpine.busybox-links";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.below(DIRECTORIES).orPath("/linuxrc");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Owners owners = new Owners(scan);
        Map<ImagePath, ImagePath> listed = listed(scan, owners);
        Map<ImagePath, Applets> applets = new HashMap<>();
        for (FileEntry link : (Iterable<FileEntry>) scan.candidates()::iterator) {
            FileEntry binary = link.type() == EntryType.SYMLINK ? owners.target(link) : null;
            if (binary == null || !BINARIES.contains(binary.path().fileName())) {
                continue;
            }
            ImagePath list = listed.get(link.path());
            if (list != null && sameOrigin(owners.of(list), owners.of(binary.path()))) {
                String text = "link to " + binary.path() + " that the list " + list + " names";
                out.accept(derived(link, "apk.busybox-paths", text, list, binary.path()));
            } else if (list == null && isInStandardDirectory(link.path()) && owners.isUnchanged(binary.path())) {
                Applets known = applets.get(binary.path());
                if (known == null) {
                    known = Applets.of(binary, scan.limits());
                    applets.put(binary.path(), known);
                }
                if (known.contains(link.path())) {
                    String text = "link to " + binary.path() + " named after one of its applets; no list names it";
                    out.accept(derived(link, "apk.busybox-applet", text, binary.path()));
                }
            }
        }
    }

    /** The paths that unchanged lists name, links in their parents resolved, each with its list. */
    private static Map<ImagePath, ImagePath> listed(Scan scan, Owners owners) throws IOException {
        Map<ImagePath, ImagePath> listed = new HashMap<>();
        for (FileEntry list : scan.tree().children(ImagePath.of("/etc/busybox-paths.d"))) {
            Content content = list.content();
            if (content != null && owners.isUnchanged(list.path())) {
                try (InputStream in = content.open()) {
                    for (ImagePath path : BusyboxPathsReader.readAll(in, scan.limits())) {
                        listed.putIfAbsent(scan.tree().canonical(path), list.path());
                    }
                }
            }
        }
        return listed;
    }

    private static boolean sameOrigin(@Nullable SoftwarePackage one, @Nullable SoftwarePackage other) {
        return one != null && other != null && Owners.origin(one).equals(Owners.origin(other));
    }

    private static boolean isInStandardDirectory(ImagePath path) {
        ImagePath parent = path.parent();
        return parent != null && Set.of(DIRECTORIES).contains(parent.latin1());
    }

    private static Explanation derived(FileEntry link, String rule, String text, ImagePath... inputs) {
        return new Explanation(link.path(), Verdict.DERIVED, Evidence.of(rule, text, inputs));
    }
}
