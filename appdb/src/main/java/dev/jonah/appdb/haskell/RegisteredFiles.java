package dev.jonah.appdb.haskell;

import dev.jonah.appdb.haskell.format.Registration;
import dev.jonah.appdb.support.Directory;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.packages.PackageFile;
import dev.jonah.value.ImagePath;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a registration claims: the interfaces of its modules, its libraries, its documentation. */
final class RegisteredFiles {
    private static final List<String> INTERFACES = List.of(".hi", ".dyn_hi", ".p_hi");
    private static final List<String> LIBRARY_DIRECTORIES =
            List.of("library-dirs", "library-dirs-static", "dynamic-library-dirs");

    private final ImagePath manifest;
    private final Registration registration;
    private final FileTree tree;
    private final Map<ImagePath, PackageFile> claims = new LinkedHashMap<>();

    private RegisteredFiles(ImagePath manifest, Registration registration, FileTree tree) {
        this.manifest = manifest;
        this.registration = registration;
        this.tree = tree;
    }

    static Collection<PackageFile> of(ImagePath manifest, Registration registration, FileTree tree) {
        RegisteredFiles files = new RegisteredFiles(manifest, registration, tree);
        files.claim(manifest, "the registration itself");
        files.paths("import-dirs").forEach(files::interfaces);
        LIBRARY_DIRECTORIES.forEach(field -> files.paths(field).forEach(files::libraries));
        files.paths("haddock-interfaces").forEach(path -> files.present(path, "interfaces for documentation"));
        // Others may share a directory that is not called as the package is.
        String own = "/" + registration.text("name") + "-" + registration.text("version");
        for (String field : List.of("include-dirs", "data-dir", "haddock-html")) {
            String note = "by directory: " + (field.equals("haddock-html") ? "documentation" : "headers and data");
            for (ImagePath path : files.paths(field)) {
                if (path.toString().contains(own)) {
                    files.below(path, note);
                }
            }
        }
        return files.claims.values();
    }

    /** The paths of a field; {@code ${pkgroot}} is what lies above the database. */
    private Set<ImagePath> paths(String field) {
        ImagePath database = manifest.parent();
        ImagePath root = database == null ? null : database.parent();
        Set<ImagePath> paths = new LinkedHashSet<>();
        for (String word : registration.words(field)) {
            String path = root == null ? word : word.replace("${pkgroot}", root.isRoot() ? "" : root.toString());
            ImagePath place = path.startsWith("/") ? ImagePath.of(path) : ImagePath.ROOT;
            if (!place.isRoot()) {
                paths.add(place);
            }
        }
        return paths;
    }

    /** Of each kind of interface of which one is there, all are. */
    private void interfaces(ImagePath directory) {
        for (String suffix : INTERFACES) {
            Set<ImagePath> kind = new LinkedHashSet<>();
            boolean any = false;
            for (String module : registration.modules()) {
                // What the compiler itself provides has a name and no file.
                if (Names.MODULE.matcher(module).matches() && !module.equals("GHC.Prim")) {
                    ImagePath path = directory.resolve(module.replace('.', '/') + suffix);
                    kind.add(path);
                    any |= isThere(path);
                }
            }
            if (any) {
                kind.forEach(path -> claim(path, null));
            }
        }
    }

    private void libraries(ImagePath directory) {
        List<String> names = registration.words("hs-libraries");
        for (FileEntry child : names.isEmpty() ? List.<FileEntry>of() : tree.children(directory)) {
            String file = child.path().fileName();
            for (String name : names) {
                boolean object = file.equals(name + ".o") || file.equals(name + ".p_o");
                boolean library = file.startsWith("lib" + name)
                        && Names.LIBRARY
                                .matcher(file.substring(3 + name.length()))
                                .matches();
                if (!child.isDirectory() && (object || library)) {
                    claim(child.path(), "a library of the package");
                }
            }
        }
    }

    private void below(ImagePath directory, String note) {
        for (FileEntry entry : Directory.files(directory, tree, other -> false)) {
            claims.putIfAbsent(
                    entry.path(),
                    PackageFile.at(entry.path(), "haskell.registration")
                            .byDirectory()
                            .note(note)
                            .source(manifest)
                            .build());
        }
    }

    private void present(ImagePath path, String note) {
        if (isThere(path)) {
            claim(path, note);
        }
    }

    private boolean isThere(ImagePath path) {
        return tree.find(tree.canonical(path)).filter(e -> !e.isDirectory()).isPresent();
    }

    private void claim(ImagePath path, @Nullable String note) {
        claims.putIfAbsent(
                path,
                PackageFile.at(path, "haskell.registration")
                        .note(note)
                        .source(manifest)
                        .build());
    }

    private static final class Names {
        static final Pattern MODULE =
                Pattern.compile("[\\p{Lu}_][\\w']*(\\.[\\p{Lu}_][\\w']*)*", Pattern.UNICODE_CHARACTER_CLASS);
        /** Ways that it is compiled in, the compiler that shared ones are for. */
        static final Pattern LIBRARY = Pattern.compile("(_[a-z]+){0,4}(-ghc[\\d.]{1,20})?\\.(a|so|dylib)");

        private Names() {}
    }
}
