package dev.jonah.appdb.ruby;

import dev.jonah.appdb.ruby.format.GemArchive;
import dev.jonah.appdb.ruby.format.GemSpecification;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What belongs to a gem, by the layout of a directory of gems. */
final class GemFiles {
    private final GemPlace place;
    private final GemIdentity gem;
    private final GemSpecification specification;
    private final PackageScan scan;
    private final Claims claims;
    private final String fullName;
    private final ImagePath directory;

    private GemFiles(GemPlace place, GemIdentity gem, GemSpecification specification, PackageScan scan) {
        this.place = place;
        this.gem = gem;
        this.specification = specification;
        this.scan = scan;
        this.claims = new Claims(scan.tree());
        this.fullName = gem.fullName();
        this.directory = place.directory(fullName);
    }

    /** The claims of a gem. */
    static Collection<PackageFile> of(GemPlace place, GemIdentity gem, GemSpecification specification, PackageScan scan)
            throws IOException {
        GemFiles files = new GemFiles(place, gem, specification, scan);
        if (specification.isGenerated()) {
            files.claims.add(PackageFile.at(place.manifest(), "gem.specification")
                    .note("it has the form that RubyGems writes; nobody recorded what it should say")
                    .build());
        }
        // Another file is called like the gem that this one says it is of; what belongs to that is claimed there.
        if (place.form() != GemPlace.Form.CHECKOUT && !files.fullName.equals(place.label())) {
            return files.claims.files();
        }
        switch (place.form()) {
            case INSTALLED -> files.installed();
            case DEFAULT -> files.cameWithRuby();
            case CHECKOUT -> files.checkedOut();
        }
        return files.claims.files();
    }

    private void installed() throws IOException {
        ImagePath path = place.below("cache", fullName + ".gem");
        boolean isLink = scan.tree()
                .find(directory)
                .filter(entry -> !entry.isDirectory())
                .isPresent();
        GemArchive archive = isLink ? null : ArchiveClaims.read(path, gem, scan);
        claims.addPresent(path, "gem.cache", "the archive that RubyGems keeps of an installed gem");
        List<FileEntry> built = built(place.home().resolve("extensions"), fullName);
        if (archive == null) {
            claims.addBelow(
                    directory,
                    "gem.directory",
                    "by directory: RubyGems keeps no list of the files of an installed gem");
        } else {
            ArchiveClaims.add(archive, path, directory, scan, claims);
            if (!built.isEmpty()) {
                claimBuilds();
            }
        }
        claimBuilt(built);
        claimBeside();
    }

    /** Native code is built where its instructions lie, and what that makes, no list tells. */
    private void claimBuilds() {
        for (RawText extension : specification.extensions()) {
            ImagePath parent = directory.resolve(extension).parent();
            if (parent != null && parent.startsWith(directory)) {
                claims.addBelow(parent, "gem.extension-build", "by directory: native code of the gem was built here");
            }
        }
    }

    /** The directories of what was built: one for each platform and version of Ruby. */
    private List<FileEntry> built(ImagePath extensions, String name) {
        return scan.tree().children(extensions).stream()
                .flatMap(platform -> scan.tree().children(platform.path()).stream())
                .flatMap(version ->
                        scan.tree().find(version.path().resolve(name)).filter(FileEntry::isDirectory).stream())
                .toList();
    }

    private void claimBuilt(List<FileEntry> built) {
        for (FileEntry each : built) {
            claims.addBelow(
                    each.path(),
                    "gem.extensions",
                    "by directory: native code of the gem that was built when it was installed");
        }
    }

    private void claimBeside() throws IOException {
        claims.addBelow(
                place.below("doc", fullName), "gem.documentation", "by directory: made when the gem was installed");
        claims.addPresent(
                place.below("build_info", fullName + ".info"), "gem.build-info", "options that the gem was built with");
        ImagePath plugin = place.below("plugins", gem.name() + "_plugin.rb");
        if (loads(scan.tree().find(plugin).orElse(null))) {
            claims.addPresent(plugin, "gem.plugin", "it does nothing but load a file of the gem");
        }
    }

    private boolean loads(@Nullable FileEntry plugin) throws IOException {
        if (plugin == null || !plugin.type().isRegular() || plugin.content() == null || plugin.size() > 1024) {
            return false;
        }
        String text = RawText.of(plugin.content().head(1024)).latin1();
        String start = "require_relative '../gems/" + fullName + "/";
        String end = "'\n";
        return text.startsWith(start)
                && text.endsWith(end)
                && text.substring(start.length()).matches("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\\.rb'\n");
    }

    private void cameWithRuby() throws IOException {
        List<ImagePath> libraries = RubyLibraries.of(place.home(), scan);
        for (RawText file : specification.files()) {
            String name = file.latin1();
            claimListed(directory, name);
            for (ImagePath library : libraries) {
                claimListed(library, name);
                if (name.startsWith("lib/")) {
                    claimListed(library, name.substring("lib/".length()));
                }
            }
        }
        String bindir =
                specification.bindir() == null ? "bin" : specification.bindir().latin1();
        for (RawText program : specification.executables()) {
            claimListed(directory, bindir + "/" + program.latin1());
        }
        claimBuilt(built(place.home().resolve("extensions"), fullName));
        claimBeside();
    }

    private void claimListed(ImagePath base, String name) {
        ImagePath path = base.resolve(RawText.ofLatin1(name));
        if (!name.startsWith("/") && !path.equals(base) && path.startsWith(base)) {
            claims.addPresent(
                    path, "gem.default-files", "in the list of a gem that came with Ruby, which has no checksums");
        }
    }

    private void checkedOut() {
        if (!isFirst()) {
            return;
        }
        claims.addBelow(
                directory,
                "gem.checkout",
                "by directory: Bundler checked it out, and keeps no list of files",
                below -> !isGem(below));
        ImagePath checkout = place.checkout();
        if (checkout == null || !directory.equals(checkout)) {
            return;
        }
        String name = checkout.name().latin1();
        if (!specification.extensions().isEmpty()) {
            claimBuilt(built(place.home().resolve("extensions"), name));
        }
        String repository = name.substring(0, name.lastIndexOf('-'));
        for (FileEntry copy : scan.tree().children(place.home().resolve("../../cache/bundler/git"))) {
            String copied = copy.path().name().latin1();
            if (copied.matches(".*-[0-9a-f]{40}")
                    && copied.substring(0, copied.length() - 41).equals(repository)) {
                claims.addBelow(
                        copy.path(),
                        "gem.checkout",
                        "by directory: Bundler's copy of the repository that it checked out");
            }
        }
    }

    /** Several gems may share a directory, which is claimed once. */
    private boolean isFirst() {
        for (FileEntry file : scan.tree().children(directory)) {
            if (file.type().isRegular() && file.path().latin1().endsWith(".gemspec")) {
                return file.path().equals(place.manifest());
            }
        }
        return true;
    }

    /** Whether a directory of a checkout is that of another gem. */
    private boolean isGem(ImagePath below) {
        for (FileEntry file : scan.tree().children(below)) {
            GemPlace other = file.type().isRegular() && file.path().latin1().endsWith(".gemspec")
                    ? GemPlace.of(file.path())
                    : null;
            if (other != null && other.form() == GemPlace.Form.CHECKOUT) {
                return true;
            }
        }
        return false;
    }
}
