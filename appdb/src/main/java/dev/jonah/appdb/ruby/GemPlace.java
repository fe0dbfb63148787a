package dev.jonah.appdb.ruby;

import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a specification lies, and what that says of its gem.
 *
 * @param form how the gem came to be there
 * @param manifest the specification
 * @param home the directory of gems; for a checkout that of Bundler's gems
 * @param label name, version and platform as the file is called; only the name for a checkout
 */
record GemPlace(Form form, ImagePath manifest, ImagePath home, String label) {
    /** How a gem came to be there. */
    enum Form {
        /** RubyGems or Bundler installed it: {@code specifications/x-1.gemspec}. */
        INSTALLED,
        /** It came with Ruby: {@code specifications/default/x-1.gemspec}. */
        DEFAULT,
        /** Bundler checked it out: {@code bundler/gems/x-0123456789ab/x.gemspec}. */
        CHECKOUT
    }

    private static final String SUFFIX = ".gemspec";
    private static final int DEEPEST_CHECKOUT = 3;
    /** The directories of a directory of gems that have a directory of each gem. */
    private static final List<String> PARTS = List.of("gems", "extensions", "doc");

    /** Of a specification; null if it lies where no gem is installed. */
    static @Nullable GemPlace of(ImagePath manifest) {
        String file = manifest.name().latin1();
        ImagePath parent = manifest.parent();
        if (parent == null || file.length() <= SUFFIX.length() || file.startsWith(".")) {
            return null;
        }
        String label = file.substring(0, file.length() - SUFFIX.length());
        boolean isDefault = parent.name().latin1().equals("default");
        ImagePath specifications = isDefault ? parent.parent() : parent;
        if (specifications != null && specifications.name().latin1().equals("specifications")) {
            ImagePath home = specifications.parent();
            return home == null ? null : new GemPlace(isDefault ? Form.DEFAULT : Form.INSTALLED, manifest, home, label);
        }
        return checkout(manifest, parent, label);
    }

    /** Bundler looks for specifications in the checkout and two levels below. */
    private static @Nullable GemPlace checkout(ImagePath manifest, ImagePath directory, String label) {
        ImagePath top = directory;
        for (int depth = 0; depth < DEEPEST_CHECKOUT; depth++) {
            ImagePath above = top.parent();
            if (above == null) {
                return null;
            }
            if (above.latin1().endsWith("/bundler/gems")) {
                return revision(top) == null ? null : new GemPlace(Form.CHECKOUT, manifest, above, label);
            }
            top = above;
        }
        return null;
    }

    /** The directory of the gem, whose name, version and platform are {@code fullName}. */
    ImagePath directory(String fullName) {
        ImagePath parent = manifest.parent();
        return form == Form.CHECKOUT && parent != null ? parent : below("gems", fullName);
    }

    /** What a directory of the gems' home has for this gem. */
    ImagePath below(String directory, String name) {
        return home.resolve(directory + "/" + name);
    }

    /** The top directory of a checkout; null for others. */
    @Nullable
    ImagePath checkout() {
        ImagePath top = form == Form.CHECKOUT ? manifest : null;
        ImagePath above = manifest.parent();
        while (top != null && above != null && !above.equals(home)) {
            top = above;
            above = above.parent();
        }
        return top;
    }

    /** The start of the commit that a checkout is of; null for others. */
    @Nullable
    String revision() {
        ImagePath top = checkout();
        return top == null ? null : revision(top);
    }

    private static @Nullable String revision(ImagePath checkout) {
        String name = checkout.name().latin1();
        String revision = name.substring(name.lastIndexOf('-') + 1);
        return revision.matches("[0-9a-f]{7,64}") && revision.length() < name.length() ? revision : null;
    }

    /** Whether this is a part of another gem, such as a fixture of its tests, and none of its own. */
    boolean isInsideAGem(FileTree tree) {
        if (form != Form.CHECKOUT && home.latin1().contains("/bundler/gems/")) {
            return true;
        }
        for (ImagePath inside = home.parent(); inside != null; inside = inside.parent()) {
            ImagePath outer = inside.parent();
            if (outer != null
                    && PARTS.contains(inside.name().latin1())
                    && tree.find(outer.resolve("specifications")).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
