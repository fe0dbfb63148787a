package dev.jonah.provenance;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.provenance.format.LoaderAuxiliaryCache;
import dev.jonah.provenance.format.LoaderCache;
import dev.jonah.provenance.format.SharedLibrary;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains what ldconfig makes: the cache of the dynamic loader, every library in which must belong to a package and lie
 * where ldconfig looks; what ldconfig remembers of them for itself; and links named after the SONAME of a packaged library
 * beside them.
 */
public final class DynamicLoader implements Explainer {
    private static final FilePattern CACHE = FilePattern.path("/etc/ld.so.cache");
    private static final FilePattern MEMORY = FilePattern.path("/var/cache/ldconfig/aux-cache");
    private static final FilePattern LIBRARIES = FilePattern.below(
            "/lib", "/usr/lib", "/lib64", "/usr/lib64", "/lib32", "/usr/lib32", "/libx32", "/usr/libx32");

    private static final Rules RULES = Rules.of(
            Rule.derived("loader.cache", CACHE, DynamicLoader::cache),
            Rule.volatileFile("loader.memory", MEMORY, DynamicLoader::memory),
            Rule.link("loader.link", LIBRARIES, DynamicLoader::link)
                    .matching(".*/(?:lib|ld)[^/]*\\.so(?:\\.[0-9.]+)?"));

    /** Called by the service loader. */
    public DynamicLoader() {}

    @Override
    public String id() {
        return "jonah.provenance.dynamic-loader";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        RULES.explain(scan, out);
    }

    private static @Nullable Finding cache(FileEntry entry, Books books) throws IOException {
        byte[] bytes = books.bytes(entry);
        if (bytes == null) {
            return null;
        }
        LibraryDirectories directories = LibraryDirectories.of(books);
        Set<ImagePath> libraries = new TreeSet<>();
        Set<String> foreign = new TreeSet<>();
        LoaderCache cache = LoaderCache.read(bytes);
        for (LoaderCache.Entry library : cache.entries()) {
            FileEntry file = library(library, directories, books);
            if (file == null) {
                foreign.add(library.path());
            } else {
                libraries.add(file.path());
            }
        }
        if (!foreign.isEmpty()) {
            String message = "names " + foreign.size() + " libraries that no package accounts for, such as "
                    + RawText.ofLatin1(foreign.iterator().next());
            books.diagnostics().info("loader.cache.foreign", entry.path(), message);
        }
        if (!foreign.isEmpty() || libraries.isEmpty() || !cache.whole()) {
            return null;
        }
        List<ImagePath> inputs = new ArrayList<>(directories.configuration());
        inputs.addAll(libraries);
        return Finding.of("the loader's cache of " + libraries.size() + " libraries, all of packages", inputs);
    }

    /** The file behind an entry, if a package owns it, it lies where ldconfig looks, and has the name that is asked for. */
    private static @Nullable FileEntry library(LoaderCache.Entry entry, LibraryDirectories directories, Books books) {
        ImagePath path = ImagePath.of(RawText.ofLatin1(entry.path()));
        ImagePath canonical = books.tree().canonical(path);
        ImagePath parent = canonical.parent();
        FileEntry file = books.tree().resolveFile(path).orElse(null);
        boolean found = parent != null && directories.contain(parent);
        boolean named = path.name().latin1().startsWith(entry.library());
        boolean owned = file != null && books.isUnchanged(file.path());
        return found && named && owned ? file : null;
    }

    private static @Nullable Finding memory(FileEntry entry, Books books) throws IOException {
        byte[] bytes = books.bytes(entry);
        if (bytes == null) {
            return null;
        }
        LoaderAuxiliaryCache cache = LoaderAuxiliaryCache.read(bytes);
        boolean plain = cache.libraries().stream().allMatch(name -> name.matches("[\\x21-\\x7e&&[^/]]*"));
        return plain
                ? Finding.of("what ldconfig remembers of " + cache.libraries().size() + " libraries", entry.path())
                : null;
    }

    private static @Nullable Finding link(FileEntry entry, Books books) throws IOException {
        FileEntry library = books.tree().resolveFile(entry.path()).orElse(null);
        Content content = library == null ? null : library.content();
        if (library == null || content == null || !books.isUnchanged(library.path())) {
            return null;
        }
        ImagePath target = books.target(entry);
        boolean beside = target != null
                && Objects.equals(
                        books.tree().canonical(target).parent(), entry.path().parent());
        // The loader itself has a name that programs hold, in another directory than the libraries.
        boolean loader = entry.path().fileName().startsWith("ld");
        if (!beside && !loader) {
            return null;
        }
        try (SeekableByteChannel channel = content.openChannel()) {
            String soname = SharedLibrary.soname(channel);
            return entry.path().name().latin1().equals(soname)
                    ? Finding.of("the link named after the SONAME of the packaged " + library.path(), library.path())
                    : null;
        }
    }
}
