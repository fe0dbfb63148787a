package dev.jonah.inspector.format;

import dev.jonah.image.ImageConfig;
import dev.jonah.image.ImageDescription;
import dev.jonah.image.ImageDescription.StoredLayer;
import dev.jonah.image.ImageReader;
import dev.jonah.image.ImageSelection;
import dev.jonah.image.ImageSource;
import dev.jonah.image.LayerEntry;
import dev.jonah.image.Platform;
import dev.jonah.inspector.source.ArchiveSource;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Reads a bare root file system, as a directory or as a tar archive: one layer, no configuration. A directory that is
 * nothing else is taken for one; a tar archive only if it has a folder that root file systems have, unless it is forced.
 */
public final class RootfsReader implements ImageReader {
    private static final Set<String> TYPICAL = Set.of(
            "bin", "boot", "dev", "etc", "home", "lib", "lib64", "opt", "proc", "root", "run", "sbin", "srv", "sys",
            "tmp", "usr", "var", "nix");

    @Override
    public String id() {
        return "jonah.image.rootfs";
    }

    @Override
    public List<String> formats() {
        return List.of("dir", "rootfs-dir", "rootfs-tar");
    }

    @Override
    public int precedence() {
        return 900;
    }

    @Override
    public boolean recognises(ImageSource source) throws IOException {
        if (source.directory() != null) {
            return true;
        }
        if (!(source instanceof ArchiveSource archive)) {
            return false;
        }
        for (var member : archive.members().entrySet()) {
            if (isTypical(member.getKey(), member.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTypical(ImagePath path, LayerEntry entry) {
        return !path.isRoot()
                && TYPICAL.contains(path.parts().get(0).latin1())
                && (path.parts().size() > 1 || entry.content() == null);
    }

    @Override
    public ImageDescription describe(ImageSource source, ImageSelection selection) {
        boolean directory = source.directory() != null;
        StoredLayer layer =
                new StoredLayer(source.name(), source.bytes(), source.directory(), null, null, null, null, null, null);
        return new ImageDescription(
                directory ? "rootfs-dir" : "rootfs-tar",
                List.of(),
                null,
                null,
                Platform.UNKNOWN,
                ImageConfig.NONE,
                List.of(layer),
                List.of());
    }
}
