package dev.jonah.appdb.ruby;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The directories that the standard library lies in, of the Ruby that a directory of gems belongs to. */
final class RubyLibraries {
    private record Key(ImagePath home) {}

    private RubyLibraries() {}

    /** For {@code lib/ruby/gems/3.1.0}: {@code lib/ruby/3.1.0}, those of native code, and JRuby's. */
    static List<ImagePath> of(ImagePath home, PackageScan scan) throws IOException {
        return scan.once(new Key(home), () -> find(home, scan.tree()));
    }

    private static List<ImagePath> find(ImagePath home, FileTree tree) {
        ImagePath gems = home.parent();
        ImagePath ruby = gems == null ? null : gems.parent();
        ImagePath lib = ruby == null ? null : ruby.parent();
        List<ImagePath> found = new ArrayList<>();
        if (gems == null || ruby == null || lib == null || !gems.name().latin1().equals("gems")) {
            return found;
        }
        String version = home.name().latin1();
        addLibrary(ruby.resolve(version), tree, found);
        addLibrary(ruby.resolve("stdlib"), tree, found);
        // Debian has native code below the directory of the architecture.
        for (FileEntry architecture : tree.children(lib)) {
            if (architecture.isDirectory()) {
                addLibrary(architecture.path().resolve("ruby/" + version), tree, found);
            }
        }
        return found;
    }

    private static void addLibrary(ImagePath library, FileTree tree, List<ImagePath> out) {
        if (tree.find(library).filter(FileEntry::isDirectory).isEmpty()) {
            return;
        }
        out.add(library);
        for (FileEntry child : tree.children(library)) {
            if (child.isDirectory()
                    && tree.find(child.path().resolve("rbconfig.rb")).isPresent()) {
                out.add(child.path());
            }
        }
    }
}
