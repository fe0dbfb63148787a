package dev.jonah.inspector.tree;

import dev.jonah.image.Content;
import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.LayerEntry;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a path: what a layer has there, and the layer that hides it. Changed only while layers are applied, by
 * one thread; immutable after that.
 */
final class TreeEntry implements FileEntry {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Node node;
    private final @Nullable TreeEntry older;
    private final @Nullable TreeEntry below;
    private final int layer;
    private final LayerEntry stored;
    private final boolean implied;
    private EntryType type;
    private @Nullable RawText target;
    private LayerEntry inode;
    private @Nullable ImagePath path;
    private int hiddenIn = NEVER;
    private boolean replaced;

    private TreeEntry(Node node, int layer, LayerEntry stored, boolean implied) {
        this.node = node;
        this.older = node.newest();
        this.below = older == null || older.layer < layer ? older : older.below;
        this.layer = layer;
        this.stored = stored;
        this.implied = implied;
        this.type = stored.type();
        this.target = stored.target();
        this.inode = stored;
    }

    static TreeEntry of(Node node, int layer, LayerEntry stored) {
        return new TreeEntry(node, layer, stored, false);
    }

    /** A directory that no layer has an entry for; it has the metadata of the directory that it goes on from. */
    static TreeEntry implied(Node node, int layer) {
        LayerEntry directory = new LayerEntry(
                RawText.ofLatin1(node.name()), EntryType.DIRECTORY, 0755, 0, 0, 0, 0, null, null, Map.of(), null);
        return new TreeEntry(node, layer, directory, true);
    }

    /** Makes this a further name of what {@code first} is: the same content and metadata from now on. */
    void linkTo(TreeEntry first) {
        inode = first.inode;
        if (first.type.isRegular()) {
            target = first.path().raw();
        } else {
            type = first.type;
            target = first.target;
        }
    }

    /** Makes this a further name of nothing, under the name that the layer wrote. */
    void dangle() {
        inode = new LayerEntry(
                stored.name(),
                EntryType.HARDLINK,
                stored.mode(),
                stored.uid(),
                stored.gid(),
                0,
                stored.modified(),
                stored.target(),
                null,
                stored.attributes(),
                null);
    }

    void hide(int inLayer, boolean byReplacement) {
        hiddenIn = inLayer;
        replaced = byReplacement;
    }

    Node node() {
        return node;
    }

    @Nullable
    TreeEntry older() {
        return older;
    }

    /** The newest version of a lower layer. Of one layer only the last version is ever visible. */
    @Nullable
    TreeEntry below() {
        return below;
    }

    boolean isLive() {
        return hiddenIn == NEVER;
    }

    boolean isVisibleAt(int after) {
        return layer <= after && after < hiddenIn;
    }

    /** Whether the same layer has the path again further on, so that no tree ever shows this version. */
    boolean isRepeated() {
        return hiddenIn == layer;
    }

    @Nullable
    Integer hiddenIn() {
        return hiddenIn == NEVER ? null : hiddenIn;
    }

    boolean replaced() {
        return replaced;
    }

    LayerEntry stored() {
        return stored;
    }

    @Override
    public ImagePath path() {
        if (isDirectory()) {
            return node.path();
        }
        ImagePath known = path;
        if (known == null) {
            known = node.path();
            path = known; // a benign race: ImagePath is immutable
        }
        return known;
    }

    @Override
    public EntryType type() {
        return type;
    }

    @Override
    public int mode() {
        return type == EntryType.SYMLINK ? 0777 : inode.mode();
    }

    @Override
    public long uid() {
        return inode.uid();
    }

    @Override
    public long gid() {
        return inode.gid();
    }

    @Override
    public long size() {
        return type.isRegular() ? inode.size() : 0;
    }

    @Override
    public long modified() {
        return inode.modified();
    }

    @Override
    public @Nullable RawText target() {
        return target;
    }

    @Override
    public @Nullable Device device() {
        return inode.device();
    }

    @Override
    public Map<String, RawText> attributes() {
        return inode.attributes();
    }

    @Override
    public @Nullable Content content() {
        return inode.content();
    }

    @Override
    public int layer() {
        return layer;
    }

    @Override
    public boolean implied() {
        return implied;
    }

    @Override
    public String toString() {
        return type.id() + " " + path() + " of layer " + layer;
    }
}
