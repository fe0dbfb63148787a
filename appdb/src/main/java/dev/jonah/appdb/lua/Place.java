package dev.jonah.appdb.lua;

import dev.jonah.value.ImagePath;
import org.jspecify.annotations.Nullable;

/**
 * Where a rock lies: {@code <tree>/lib/luarocks/rocks-5.1/<name>/<version>}.
 *
 * @param directory of the rock
 * @param rocks of all rocks of the tree and one version of Lua
 * @param tree that modules and commands are put into; null if it cannot be told
 * @param name of the rock
 * @param version of the rock, with its revision
 * @param lua version of Lua: {@code 5.1}
 */
record Place(ImagePath directory, ImagePath rocks, @Nullable ImagePath tree, String name, String version, String lua) {
    /** Of the file {@code rock_manifest}; null if it lies elsewhere. */
    static @Nullable Place of(ImagePath manifest) {
        ImagePath directory = manifest.parent();
        ImagePath versions = directory == null ? null : directory.parent();
        ImagePath rocks = versions == null ? null : versions.parent();
        if (directory == null || versions == null || rocks == null || rocks.isRoot()) {
            return null;
        }
        String lua = lua(rocks);
        return lua == null
                ? null
                : new Place(directory, rocks, tree(rocks), versions.fileName(), directory.fileName(), lua);
    }

    /** The version of Lua by the name of a directory of rocks; LuaRocks 2 left it out for 5.1. Null for other names. */
    static @Nullable String lua(ImagePath rocks) {
        String name = rocks.fileName();
        if (name.equals("rocks")) {
            return "5.1";
        }
        return name.matches("rocks-\\d{1,2}\\.\\d{1,2}") ? name.substring("rocks-".length()) : null;
    }

    private static @Nullable ImagePath tree(ImagePath rocks) {
        ImagePath luarocks = rocks.parent();
        ImagePath libraries = luarocks == null ? null : luarocks.parent();
        ImagePath tree = libraries == null ? null : libraries.parent();
        return luarocks != null
                        && libraries != null
                        && luarocks.fileName().equals("luarocks")
                        && (libraries.fileName().equals("lib")
                                || libraries.fileName().equals("lib64"))
                ? tree
                : null;
    }

    /** Where modules in Lua are put; null if the tree is not known. */
    @Nullable
    ImagePath modules() {
        return tree == null ? null : tree.resolve("share/lua/" + lua);
    }

    /** Where compiled modules are put: beside the rocks, in {@code lib} or {@code lib64}; null as above. */
    @Nullable
    ImagePath libraries() {
        ImagePath luarocks = rocks.parent();
        ImagePath beside = luarocks == null ? null : luarocks.parent();
        return tree == null || beside == null ? null : beside.resolve("lua/" + lua);
    }

    /** Where commands are put; null as above. */
    @Nullable
    ImagePath commands() {
        return tree == null ? null : tree.resolve("bin");
    }

    /** The name of a file where several rocks have one of that name: the others have theirs under this one. */
    String versioned(String path) {
        return (name + "_" + version).replace('-', '_').replace('.', '_') + "-" + path;
    }
}
