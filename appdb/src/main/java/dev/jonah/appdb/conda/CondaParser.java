package dev.jonah.appdb.conda;

import dev.jonah.appdb.conda.format.CondaRecord;
import dev.jonah.appdb.conda.format.CondaRecordReader;
import dev.jonah.appdb.support.Contents;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what conda, mamba, micromamba, rattler and pixi installed: one record per package in the {@code conda-meta} of an
 * environment, with every file and its checksum. Distributions of Python inside such a package are packages of their own
 * too, by their own metadata.
 *
 * <p>Facts beyond those of every package: {@code conda.channel} and {@code conda.url} as written, {@code conda.md5} and
 * {@code conda.sha256} of the archive, {@code conda.requested} (what was asked for), {@code conda.noarch}, {@code
 * conda.cache} (the directory that it was extracted to before).
 */
public final class CondaParser implements ManifestParser {
    private static final FilePattern RECORDS = FilePattern.suffix(".json");

    /** Found as a service. */
    public CondaParser() {}

    @Override
    public String id() {
        return "jonah.appdb.conda";
    }

    @Override
    public FilePattern accepts() {
        return RECORDS;
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Conda",
                "`conda-meta/*.json` of environments that conda, mamba, micromamba, rattler or pixi made",
                "every path of the record, and of the package cache what the record knows",
                "SHA-256 of what was installed, and size; a link by its target or by what it leads to, as far as the"
                        + " installer recorded either. Compiled files and, with conda itself, generated start scripts"
                        + " have no checksum");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        ImagePath directory = manifest.path().parent();
        if (directory == null
                || !directory.latin1().endsWith("/conda-meta")
                || !manifest.type().isRegular()) {
            return;
        }
        ImagePath prefix = directory.parent();
        CondaRecord record = read(manifest, scan);
        if (record == null || prefix == null) {
            return;
        }
        Purl purl = Identity.of(record, manifest.path(), scan);
        if (purl == null) {
            return;
        }
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, manifest.path())
                .architecture(record.subdir())
                .licenses(record.license() == null ? List.of() : List.of(record.license()))
                .dependencies(record.depends())
                .extra("conda.channel", record.channel())
                .extra("conda.url", record.url())
                .extra("conda.md5", record.md5())
                .extra("conda.sha256", record.sha256())
                .extra("conda.requested", String.join(", ", record.requested()))
                .extra("conda.noarch", record.noarch())
                .extra("conda.cache", record.source());
        Environment environment = Environment.of(directory, scan);
        for (String dependency : record.depends()) {
            ImagePath installed = environment.recordOf(dependency);
            if (installed != null) {
                builder.resolved(installed, null);
            }
        }
        if (scan.wantsFiles()) {
            CondaClaims.of(record, manifest.path(), prefix, scan).forEach(builder::file);
        }
        out.accept(builder.build());
    }

    /** Null, with a diagnostic, if nothing can be read of it. */
    private static @Nullable CondaRecord read(FileEntry manifest, PackageScan scan) throws IOException {
        ImagePath path = manifest.path();
        Content content = Contents.of(manifest, "conda.record.lost", scan);
        if (content == null) {
            return null;
        }
        if (content.size() > scan.limits().get(Limits.Name.PARSER_BYTES)) {
            scan.diagnostics().error("conda.record.limit", path, path + " is too large to be read");
            return null;
        }
        CondaRecord record = CondaRecordReader.read(content.open());
        if (record.damage() != null) {
            scan.diagnostics().warning("conda.record.json", path, path + " breaks off: " + record.damage());
        }
        return record;
    }
}
