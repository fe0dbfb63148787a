package dev.jonah.inspector.source;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Blob;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.ImageSource;
import dev.jonah.image.LayerEntry;
import dev.jonah.inspector.bytes.BlobContent;
import dev.jonah.inspector.tar.EntryWeight;
import dev.jonah.inspector.tar.TarInput;
import dev.jonah.inspector.tar.TarReader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tar archive as a set of members. It is listed once, at the first look-up, by jumping from header to header; members
 * that are links are followed inside the archive. Used by one thread until the image is open.
 */
public final class ArchiveSource implements ImageSource {
    private static final int HOPS = 40;

    private final String name;
    private final Blob bytes;
    private final Limits limits;
    private final Diagnostics diagnostics;
    private @Nullable Map<ImagePath, LayerEntry> members;
    private @Nullable String damage;
    private long weight;

    /** The archive {@code bytes}; what is noticed while it is listed goes to {@code diagnostics}. */
    public ArchiveSource(String name, Blob bytes, Limits limits, Diagnostics diagnostics) {
        this.name = name;
        this.bytes = bytes;
        this.limits = limits;
        this.diagnostics = diagnostics;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Path directory() {
        return null;
    }

    @Override
    public Blob bytes() {
        return bytes;
    }

    @Override
    public @Nullable Blob member(String memberName) throws IOException {
        LayerEntry entry = follow(ImagePath.of(memberName));
        return entry == null || entry.content() == null ? null : blob(entry.content());
    }

    @Override
    public boolean has(String memberName) throws IOException {
        return member(memberName) != null;
    }

    /** Why the archive could not be listed to its end, as a sentence; null if it could, or is none at all. */
    public @Nullable String damage() throws IOException {
        members();
        return damage;
    }

    /** All members by normalised name, in the order of the archive; of several of one name the last. */
    public Map<ImagePath, LayerEntry> members() throws IOException {
        Map<ImagePath, LayerEntry> known = members;
        if (known == null) {
            Map<ImagePath, LayerEntry> found = new HashMap<>();
            String problem = list(found);
            if (problem != null) {
                diagnostics.error("archive.damaged", null, problem);
                damage = found.isEmpty() ? null : problem;
            }
            members = found;
            known = found;
        }
        return known;
    }

    private @Nullable String list(Map<ImagePath, LayerEntry> found) throws IOException {
        try {
            return new TarReader(TarInput.of(bytes), bytes, "the archive", limits, diagnostics).read(entry -> {
                found.put(ImagePath.of(entry.name()), entry);
                weight += EntryWeight.of(entry);
                checkWeight();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void checkWeight() {
        try {
            limits.check(
                    Limits.Name.ENTRIES, weight, "the number of members of the archive, or the size of their names");
        } catch (LimitExceededException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable LayerEntry follow(ImagePath start) throws IOException {
        ImagePath path = start;
        for (int hops = 0; hops < HOPS; hops++) {
            LayerEntry entry = members().get(path);
            if (entry == null || entry.target() == null) {
                return entry;
            }
            ImagePath parent = path.parent();
            boolean symbolic = entry.type() == EntryType.SYMLINK;
            if (parent == null || symbolic && leadsOut(parent, entry.target())) {
                return null;
            }
            path = symbolic ? parent.resolve(entry.target()) : ImagePath.of(entry.target());
        }
        return null;
    }

    /** Whether a relative target leaves the archive, or an absolute one points to the host. */
    private static boolean leadsOut(ImagePath parent, RawText target) {
        return target.latin1().startsWith("/") || parent.escapes(target);
    }

    // The members of an archive are slices that TarReader cut.
    private static Blob blob(Content content) {
        return ((BlobContent) content).blob();
    }
}
