package dev.jonah.appdb.ruby;

import dev.jonah.appdb.ruby.GemPlace.Form;
import dev.jonah.appdb.ruby.format.GemDependency;
import dev.jonah.appdb.ruby.format.GemSpecification;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds gems by the specifications that RubyGems and Bundler write: those of installed gems, of gems that came with Ruby, and
 * of checkouts. Specifications that their authors wrote, which lie in the directories of gems, are no evidence and are passed
 * over. They are Ruby code, and none of it is run.
 *
 * <p>Facts beyond those of every package: {@code gem.default} (it came with Ruby), {@code gem.revision} (start of the commit
 * that was checked out), {@code gem.executables} (names of its programs, with commas), {@code gem.source-code} (URL), {@code
 * gem.installed-by} (version of RubyGems).
 */
public final class RubyGemParser implements ManifestParser {
    /** Found as a service. */
    public RubyGemParser() {}

    @Override
    public String id() {
        return "jonah.appdb.ruby";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.suffix(".gemspec");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Ruby",
                "`specifications/*.gemspec` and `specifications/default/*.gemspec` of RubyGems 1.0 and newer, as they"
                        + " are written at installation; Bundler's checkouts; `cache/*.gem`",
                "the gem's directory, what was built of it, documentation, its archive; of a gem that came with Ruby"
                        + " the files of its list",
                "SHA-256 and size of each file in the archive of the gem, where `cache/*.gem` was kept: a file that is"
                        + " not in it is not claimed then. Without the archive **nothing**: all that lies in the directory"
                        + " is `OWNED`");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        GemPlace place = manifest.type().isRegular() ? GemPlace.of(manifest.path()) : null;
        if (place == null || place.isInsideAGem(scan.tree())) {
            return;
        }
        GemSpecification specification = Specifications.read(manifest, scan, scan.diagnostics());
        GemIdentity gem = GemIdentity.of(place, specification, scan.diagnostics());
        if (gem == null) {
            return;
        }
        if (!specification.isGenerated() && place.form() != Form.CHECKOUT && manifest.content() != null) {
            scan.diagnostics()
                    .warning(
                            "gem.specification.code",
                            manifest.path(),
                            "line " + specification.foreignLine() + " of " + manifest.path()
                                    + " is not as RubyGems writes it; whatever it is runs when a program looks for"
                                    + " gems");
        }
        out.accept(describe(place, gem, specification, scan));
    }

    private static SoftwarePackage describe(
            GemPlace place, GemIdentity gem, GemSpecification specification, PackageScan scan) throws IOException {
        SoftwarePackage.Builder builder = SoftwarePackage.of(gem.purl(), Kind.APPLICATION, place.manifest())
                .licenses(specification.licenses())
                .description(specification.summary() == null ? specification.description() : specification.summary())
                .homepage(specification.homepage())
                .maintainer(specification.authors().isEmpty() ? null : String.join(", ", specification.authors()))
                .dependencies(specification.dependencies().stream()
                        .map(each -> each + (each.development() ? " (development)" : ""))
                        .toList())
                .extra("gem.default", place.form() == Form.DEFAULT ? "true" : null)
                .extra("gem.revision", place.revision())
                .extra("gem.executables", executables(specification))
                .extra("gem.source-code", specification.metadata().get("source_code_uri"))
                .extra("gem.installed-by", specification.installedBy());
        resolve(place, specification, scan, builder);
        if (scan.wantsFiles()) {
            for (PackageFile file : GemFiles.of(place, gem, specification, scan)) {
                builder.file(file);
            }
        }
        return builder.build();
    }

    private static @Nullable String executables(GemSpecification specification) {
        List<RawText> names = specification.executables();
        return names.isEmpty()
                ? null
                : String.join(", ", names.stream().map(RawText::toString).toList());
    }

    private static void resolve(
            GemPlace place, GemSpecification specification, PackageScan scan, SoftwarePackage.Builder out)
            throws IOException {
        // Bundler's checkouts lie in bundler/gems of the directory that the other gems lie in.
        ImagePath bundler = place.form() == Form.CHECKOUT ? place.home().parent() : null;
        ImagePath home = bundler == null ? place.home() : bundler.parent();
        if (home == null || specification.dependencies().stream().allMatch(GemDependency::development)) {
            return;
        }
        GemHome gems = GemHome.of(home, scan);
        for (GemDependency dependency : specification.dependencies()) {
            ImagePath found = dependency.development() ? null : gems.resolve(dependency);
            if (found != null) {
                out.resolved(found, null);
            }
        }
    }
}
