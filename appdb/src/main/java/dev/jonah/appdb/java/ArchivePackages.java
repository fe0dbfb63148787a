package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.Coordinates;
import dev.jonah.appdb.java.format.Manifest;
import dev.jonah.appdb.java.format.Pom;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The packages of one archive: what it is, and what is bundled in it. */
final class ArchivePackages {
    private final ImagePath file;
    private final ArchiveFacts facts;
    private final Diagnostics diagnostics;
    private final Consumer<SoftwarePackage> out;

    ArchivePackages(ImagePath file, ArchiveFacts facts, Diagnostics diagnostics, Consumer<SoftwarePackage> out) {
        this.file = file;
        this.facts = facts;
        this.diagnostics = diagnostics;
        this.out = out;
    }

    /**
     * Hands them over.
     *
     * @param identity what the archive is; null if that is not known, and only what is bundled counts
     * @param promise the archive's file, if something vouches for it
     */
    void give(@Nullable Identity identity, @Nullable PackageFile promise) {
        SoftwarePackage.Builder main = identity == null ? null : start(identity);
        if (main != null && identity != null) {
            describe(identity, main);
            if (promise != null) {
                main.file(promise);
            }
            out.accept(main.build());
        }
        for (MavenFiles files : facts.projects()) {
            if (identity == null || files != identity.files()) {
                bundled(files);
            }
        }
    }

    private SoftwarePackage.@Nullable Builder start(Identity identity) {
        String type = facts.suffix.isEmpty() || facts.suffix.equals(".jar") ? null : facts.suffix.substring(1);
        SoftwarePackage.Builder found = builder(
                identity.group(),
                identity.artifact(),
                identity.version(),
                identity.group() == null ? null : type,
                facts.name.classifier(),
                null);
        return found == null
                ? null
                : found.extra("java.path", facts.path)
                        .extra("java.sha1", facts.sha1 == null ? null : facts.sha1.hex())
                        .extra("java.confidence", identity.confidence().id())
                        .extra("java.identity-from", identity.from())
                        .extra("java.group-candidate", identity.candidate())
                        .extra("java.name-agrees", identity.agrees() ? "true" : null);
    }

    private void describe(Identity identity, SoftwarePackage.Builder to) {
        Manifest manifest = facts.manifest;
        Pom pom = identity.files() == null ? null : identity.files().pom;
        if (pom != null) {
            describe(pom, to);
        } else {
            to.description(manifest.stated("Bundle-Description")).homepage(manifest.stated("Bundle-DocURL"));
            String bundle = manifest.stated("Bundle-License");
            to.licenses(Licenses.ofManifest(manifest));
            to.extra("java.bundle-license", bundle);
            to.dependencies(pluginDependencies(manifest));
        }
        String vendor = manifest.stated("Implementation-Vendor");
        to.maintainer(vendor != null ? vendor : manifest.stated("Bundle-Vendor"));
        to.extra("java.main-class", manifest.stated("Main-Class"))
                .extra("java.start-class", manifest.stated("Start-Class"))
                .extra("java.agent-class", manifest.stated("Premain-Class"))
                .extra("java.module", facts.module())
                .extra("java.module-version", facts.moduleVersion())
                .extra("java.bundle", manifest.stated("Bundle-SymbolicName"))
                .extra("java.multi-release", manifest.stated("Multi-Release"))
                .extra("java.spring-boot", manifest.stated("Spring-Boot-Version"))
                .extra("java.sbom", facts.sbom ? "true" : null);
        if (facts.signature != null) {
            SignatureFacts.of(facts.signature).forEach(to::extra);
        }
    }

    private void describe(Pom pom, SoftwarePackage.Builder to) {
        List<String> licenses = pom.licenses().isEmpty() ? Licenses.ofManifest(facts.manifest) : pom.licenses();
        to.licenses(licenses)
                .description(pom.description() != null ? pom.description() : pom.name())
                .homepage(pom.url())
                .dependencies(pom.dependencies())
                .extra("java.scm", pom.scm());
        Coordinates parent = pom.parent();
        if (parent != null) {
            to.extra("java.parent", parent.group() + ":" + parent.artifact() + ":" + parent.version());
        }
    }

    private static List<String> pluginDependencies(Manifest manifest) {
        String written = manifest.stated("Plugin-Dependencies");
        return written == null ? List.of() : List.of(written.split("\\s*,\\s*"));
    }

    /** A library whose classes were put among the archive's own. */
    private void bundled(MavenFiles files) {
        Coordinates found = files.coordinates();
        SoftwarePackage.Builder builder =
                builder(found.group(), String.valueOf(found.artifact()), found.version(), null, null, files.file);
        if (builder == null) {
            return;
        }
        if (files.pom != null) {
            describe(files.pom, builder);
        }
        out.accept(builder.extra("java.path", facts.inside(files.directory))
                .extra("java.bundled-in", facts.path)
                .extra("java.confidence", Confidence.LIKELY.id())
                .extra("java.identity-from", files.source())
                .build());
    }

    private SoftwarePackage.@Nullable Builder builder(
            @Nullable String group,
            String artifact,
            @Nullable String version,
            @Nullable String type,
            @Nullable String classifier,
            @Nullable ImagePath foundAt) {
        String sha1 = facts.sha1 == null ? null : facts.sha1.toString();
        try {
            Purl.Builder purl = group == null
                    ? Purl.of("generic", artifact).qualifier("checksum", sha1)
                    : Purl.of("maven", artifact)
                            .namespace(group)
                            .qualifier("type", type)
                            .qualifier("classifier", classifier);
            return SoftwarePackage.of(purl.version(version).build(), Kind.APPLICATION, file)
                    .foundAt(foundAt == null ? file : foundAt);
        } catch (IllegalArgumentException e) {
            List<String> said = new ArrayList<>();
            said.add(String.valueOf(group));
            said.add(artifact);
            said.add(String.valueOf(version));
            diagnostics.warning(
                    "java.coordinates",
                    file,
                    facts.path + " names a package that cannot be, " + String.join(":", said) + ": " + e.getMessage());
            return null;
        }
    }
}
