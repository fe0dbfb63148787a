package dev.jonah.sysdb.rpm;

import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Aspect;
import dev.jonah.packages.PackageFile.Difference;
import dev.jonah.sysdb.rpm.format.RpmCapabilities;
import dev.jonah.sysdb.rpm.format.RpmDigest;
import dev.jonah.sysdb.rpm.format.RpmFile;
import dev.jonah.sysdb.rpm.format.RpmFileFlag;
import dev.jonah.sysdb.rpm.format.RpmFileState;
import dev.jonah.sysdb.rpm.format.RpmVerifyFlag;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a header says of one file into a promise, with the tolerance that {@code rpm -V} has. */
final class FileMapping {
    private static final String SIGNATURE = "security.ima";
    private static final Set<String> KERNEL = Set.of("dev", "proc", "sys");

    private final FileTree tree;
    private final RpmFile from;
    private final ImagePath path;
    private final PackageFile.Builder to;
    private final List<String> notes = new ArrayList<>();

    private FileMapping(FileTree tree, ImagePath root, RpmFile from, String rule) {
        this.tree = tree;
        this.from = from;
        // Normalised before, so that no name leads out of the root.
        ImagePath inside = ImagePath.of(from.path());
        this.path = root.isRoot() ? inside : root.resolve(inside.raw().substring(1));
        this.to = PackageFile.at(path, rule);
    }

    static PackageFile map(RpmFile from, FileTree tree, ImagePath root) {
        return switch (from.state()) {
            case NOT_INSTALLED -> new FileMapping(tree, root, from, "rpm.not-installed").notInstalled();
            case NET_SHARED ->
                new FileMapping(tree, root, from, "rpm.net-shared")
                        .elsewhere("left to a shared file system at installation", MissingClass.GHOST);
            case REPLACED ->
                new FileMapping(tree, root, from, "rpm.replaced")
                        .elsewhere("another package's file replaced it at installation", MissingClass.UNEXPLAINED);
            default ->
                from.is(RpmFileFlag.GHOST)
                        ? new FileMapping(tree, root, from, "rpm.ghost").ghost()
                        : from.type() == RpmFile.Type.DIRECTORY
                                ? new FileMapping(tree, root, from, "rpm.directory").directory()
                                : new FileMapping(tree, root, from, "rpm.file").installed();
        };
    }

    /** What lies there all the same must be what was left out. */
    private PackageFile notInstalled() {
        notes.add((from.language() == null ? "documentation" : "a file for the language " + from.language())
                + " that was left out at installation");
        to.type(type()).ifMissing(MissingClass.EXCLUDED_DOC);
        if (from.type() == RpmFile.Type.FILE) {
            content();
        } else if (from.type() == RpmFile.Type.SYMLINK) {
            to.target(from.target());
        }
        return build();
    }

    /** Something of another origin: only that there is something can be asked for. */
    private PackageFile elsewhere(String note, MissingClass ifMissing) {
        notes.add(note);
        to.ifDifferent(Difference.EXPECTED).ifMissing(ifMissing);
        if (from.type() == RpmFile.Type.DIRECTORY) {
            to.type(EntryType.DIRECTORY);
        } else {
            absence(ifMissing);
        }
        return build();
    }

    /** The name is the package's, with owner and permissions; whatever is there may be there. */
    private PackageFile ghost() {
        notes.add("the package only reserves the name (%ghost)");
        boolean directory = from.type() == RpmFile.Type.DIRECTORY;
        to.ifDifferent(Difference.EXPECTED).ifMissing(MissingClass.GHOST).type(directory ? EntryType.DIRECTORY : null);
        to.mode(mode());
        owners();
        masks();
        return build();
    }

    private PackageFile directory() {
        to.type(EntryType.DIRECTORY);
        if (KERNEL.contains(from.path().latin1().replaceFirst("^/+", "").split("/", 2)[0])) {
            // Makers of images take what they find mounted there, or leave it out.
            notes.add("the kernel provides it at run time");
            return to.ifMissing(MissingClass.GHOST).note(note()).build();
        }
        to.mode(mode());
        owners();
        masks();
        absence(MissingClass.UNEXPLAINED);
        return build();
    }

    private PackageFile installed() {
        to.type(type()).mode(mode());
        owners();
        masks();
        if (from.is(RpmFileFlag.CONFIG)) {
            to.ifDifferent(Difference.CONFIG_EDITED);
            notes.add("it is configuration" + (from.is(RpmFileFlag.NOREPLACE) ? " that upgrades keep" : ""));
        }
        boolean otherColor = from.state() == RpmFileState.WRONG_COLOR;
        if (otherColor) {
            notes.add("the file of another word length was preferred at installation");
        }
        switch (from.type()) {
            case FILE -> {
                attributes();
                if (!otherColor) {
                    content();
                    to.modified(from.modified());
                }
            }
            case SYMLINK -> target();
            case CHAR, BLOCK -> {
                if (!otherColor && from.verifies(RpmVerifyFlag.DEVICE)) {
                    to.device(device());
                }
            }
            default -> {}
        }
        absence(from.is(RpmFileFlag.CONFIG) ? MissingClass.CONFIG_REMOVED : MissingClass.UNEXPLAINED);
        return build();
    }

    private void absence(MissingClass otherwise) {
        boolean allowed = from.is(RpmFileFlag.MISSINGOK);
        if (allowed) {
            notes.add("it may be missing (missingok)");
        }
        to.ifMissing(allowed && otherwise == MissingClass.UNEXPLAINED ? MissingClass.GHOST : otherwise);
    }

    /** Size and checksum. What is not to be checked is not recorded, unless that leaves a difference to be expected. */
    private void content() {
        boolean wantsDigest = from.verifies(RpmVerifyFlag.DIGEST);
        boolean wantsSize = from.verifies(RpmVerifyFlag.SIZE);
        boolean masked = !wantsDigest && !wantsSize;
        if (masked) {
            mayDiffer("the package does not want its content to be checked (%verify)");
        } else if (!wantsDigest) {
            notes.add("the package does not want its checksum to be checked (%verify)");
        }
        to.size(wantsSize || masked ? from.size() : null);
        RpmDigest recorded = from.digest();
        if (recorded != null && (wantsDigest || masked)) {
            Digest digest = recorded.value();
            to.digest(digest);
            if (digest == null) {
                notes.add("recorded is " + recorded.algorithmName() + " " + recorded.text()
                        + ", which cannot be compared");
            }
        }
    }

    private void target() {
        to.target(from.target());
        if (!from.verifies(RpmVerifyFlag.LINK)) {
            mayDiffer("the package does not want its target to be checked (%verify)");
        }
    }

    /** The content may, but not what it is: that goes with the mode. */
    private void mayDiffer(String note) {
        notes.add(note);
        FileEntry entry = entry();
        EntryType found = entry == null ? null : entry.type() == EntryType.HARDLINK ? EntryType.FILE : entry.type();
        if (found == null || found == type() || !from.verifies(RpmVerifyFlag.MODE)) {
            to.ifDifferent(Difference.EXPECTED);
        }
    }

    private @Nullable FileEntry entry() {
        return tree.find(tree.canonical(path)).orElse(null);
    }

    /** No mode at all stands for one that is not known. */
    private @Nullable Integer mode() {
        Integer mode = from.mode();
        return mode == null || mode == 0 ? null : mode;
    }

    private void owners() {
        String owner = from.owner();
        String group = from.group();
        to.owner(owner).uid(owner == null ? from.uid() : null);
        to.group(group).gid(group == null ? from.gid() : null);
    }

    private void masks() {
        Set<Aspect> masked = EnumSet.noneOf(Aspect.class);
        mask(RpmVerifyFlag.MODE, Aspect.MODE, masked);
        mask(RpmVerifyFlag.USER, Aspect.OWNER, masked);
        mask(RpmVerifyFlag.GROUP, Aspect.GROUP, masked);
        mask(RpmVerifyFlag.MTIME, Aspect.MODIFIED, masked);
        mask(RpmVerifyFlag.CAPABILITIES, Aspect.ATTRIBUTES, masked);
        to.masked(masked);
    }

    private void mask(RpmVerifyFlag flag, Aspect aspect, Set<Aspect> masked) {
        if (!from.verifies(flag)) {
            masked.add(aspect);
        }
    }

    /** A header without capabilities says that there are none. */
    private void attributes() {
        String text = from.capabilities();
        RpmCapabilities recorded = text == null ? null : RpmCapabilities.parse(text);
        if (text != null && recorded == null) {
            notes.add("recorded are the capabilities " + text + ", which cannot be compared");
            return;
        }
        Map<String, Digest> attributes = new HashMap<>();
        if (recorded != null && !recorded.isEmpty()) {
            attributes.put("security.capability", digest(recorded.attribute()));
        }
        // rpm writes it where the kernel asks for it, and few images keep it: its absence says nothing.
        RawText signature = from.signature();
        FileEntry entry = signature == null ? null : entry();
        if (signature != null && entry != null && entry.attributes().containsKey(SIGNATURE)) {
            attributes.put(SIGNATURE, digest(signature));
        }
        to.attributes(attributes);
    }

    private static Digest digest(RawText value) {
        return Digest.compute(Digest.Algorithm.SHA256, value.bytes());
    }

    /** The format keeps 8 bits of each half; a node that has these is taken to be the one. */
    private @Nullable Device device() {
        Integer number = from.device();
        if (number == null) {
            return null;
        }
        Device recorded = new Device(number >> 8 & 0xff, number & 0xff);
        FileEntry entry = entry();
        Device found = entry == null ? null : entry.device();
        return found != null && (found.major() & 0xff) == recorded.major() && (found.minor() & 0xff) == recorded.minor()
                ? found
                : recorded;
    }

    private @Nullable EntryType type() {
        return switch (from.type()) {
            case FILE -> EntryType.FILE;
            case DIRECTORY -> EntryType.DIRECTORY;
            case SYMLINK -> EntryType.SYMLINK;
            case CHAR -> EntryType.CHAR;
            case BLOCK -> EntryType.BLOCK;
            case FIFO -> EntryType.FIFO;
            case SOCKET -> EntryType.SOCKET;
            case UNKNOWN -> null;
        };
    }

    private @Nullable String note() {
        return notes.isEmpty() ? null : String.join("; ", notes);
    }

    private PackageFile build() {
        return to.note(note()).build();
    }
}
