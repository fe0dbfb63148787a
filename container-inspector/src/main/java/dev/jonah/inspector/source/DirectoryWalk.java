package dev.jonah.inspector.source;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.LayerEntry;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists a directory of the host as if it were one layer. Links are never followed, devices and pipes never opened, other
 * file systems not entered unless asked for; what vanishes or cannot be read is reported and passed over.
 */
public final class DirectoryWalk {
    private static final int TYPE = 0170000;

    private final Path root;
    private final boolean otherFileSystems;
    private final BooleanSupplier closed;
    private final Diagnostics diagnostics;
    private final Map<Object, RawText> firstNames = new HashMap<>();
    private int order;
    private boolean complete = true;

    /**
     * A walk from {@code root}; {@code otherFileSystems} tells whether mount points below it are entered, and {@code
     * closed} whether the contents handed out are still to be had.
     */
    public DirectoryWalk(Path root, boolean otherFileSystems, BooleanSupplier closed, Diagnostics diagnostics) {
        this.root = root;
        this.otherFileSystems = otherFileSystems;
        this.closed = closed;
        this.diagnostics = diagnostics;
    }

    private record Found(Path path, RawText name) {}

    /**
     * Hands over every entry below the root, directories before what is in them, siblings by bytes of their names.
     *
     * @return whether everything could be listed
     */
    public boolean list(Consumer<LayerEntry> out) throws IOException {
        Object device = HostAttributes.of(root.toRealPath()).device();
        Deque<Found> open = new ArrayDeque<>();
        push(root, "", open);
        while (!open.isEmpty()) {
            Found found = open.pop();
            try {
                HostAttributes attributes = HostAttributes.of(found.path);
                LayerEntry entry = entry(found, attributes);
                out.accept(entry);
                if (entry.type() == EntryType.DIRECTORY) {
                    if (otherFileSystems || attributes.device().equals(device)) {
                        push(found.path, found.name.latin1() + "/", open);
                    } else {
                        diagnostics.info(
                                "rootfs.other-file-system", null, "not entered, another file system: /" + found.name);
                    }
                }
            } catch (IOException e) {
                unreadable(found.name, e);
            }
        }
        return complete;
    }

    private void push(Path directory, String prefix, Deque<Found> open) {
        List<Found> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path child : stream) {
                children.add(new Found(
                        child, RawText.ofLatin1(prefix + HostName.of(child).latin1())));
            }
        } catch (DirectoryIteratorException e) {
            unreadable(RawText.ofLatin1(prefix), e.getCause());
        } catch (IOException e) {
            unreadable(RawText.ofLatin1(prefix), e);
        }
        children.sort(Comparator.comparing(Found::name).reversed());
        children.forEach(open::push);
    }

    private LayerEntry entry(Found found, HostAttributes attributes) throws IOException {
        int mode = attributes.mode();
        EntryType type = switch (mode & TYPE) {
            case 0040000 -> EntryType.DIRECTORY;
            case 0120000 -> EntryType.SYMLINK;
            case 0020000 -> EntryType.CHAR;
            case 0060000 -> EntryType.BLOCK;
            case 0010000 -> EntryType.FIFO;
            case 0140000 -> EntryType.SOCKET;
            default -> EntryType.FILE;
        };
        RawText target = type == EntryType.SYMLINK ? HostName.target(found.path) : null;
        if (type == EntryType.FILE && attributes.links() > 1) {
            target = firstNames.putIfAbsent(attributes.inode(), found.name);
        }
        boolean further = type == EntryType.FILE && target != null;
        long size = type == EntryType.FILE && !further ? attributes.size() : 0;
        return new LayerEntry(
                found.name,
                further ? EntryType.HARDLINK : type,
                mode & 07777,
                attributes.uid(),
                attributes.gid(),
                size,
                attributes.modified(),
                target,
                type == EntryType.CHAR || type == EntryType.BLOCK ? device(attributes.deviceNumber()) : null,
                Map.of(),
                type == EntryType.FILE && !further ? new HostContent(found.path, size, order++, closed) : null);
    }

    /** The numbers in the kernel's encoding of Linux. */
    private static Device device(long number) {
        return new Device(number >> 8 & 0xfff | number >> 32 & ~0xfffL, number & 0xff | number >> 12 & ~0xffL);
    }

    private void unreadable(RawText name, @Nullable IOException cause) {
        complete = false;
        diagnostics.error("rootfs.unreadable", null, "cannot be listed: /" + name + " (" + cause + ")");
    }
}
