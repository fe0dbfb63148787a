package dev.jonah.appdb.rust;

import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.appdb.program.format.ProgramReader;
import dev.jonah.appdb.rust.format.AuditDataReader;
import dev.jonah.appdb.rust.format.AuditedCrate;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the crates that {@code cargo auditable} recorded in programs. The package that a program is built from owns it; its
 * word is all there is, so it is never verified by this. Crates that took part in the build only are no packages; they are
 * named in {@code cargo.build-dependencies} of the owner. A further fact is {@code cargo.source}.
 */
public final class RustProgramParser implements ManifestParser {
    /** Found as a service. */
    public RustProgramParser() {}

    @Override
    public String id() {
        return "jonah.appdb.rust";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Rust",
                "the list of crates that `cargo auditable` puts into programs",
                "the program itself; the crates are packages without files",
                "**nothing**: it is the program's own word. Without such a list, paths in messages make a"
                        + " program `IDENTIFIED` at most, and give no packages");
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.programs();
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Content content = manifest.content();
        if (content == null) {
            return;
        }
        try (SeekableByteChannel channel = content.openChannel()) {
            ProgramBytes bytes = new ProgramBytes(channel);
            for (Program program : ProgramReader.read(bytes)) {
                List<AuditedCrate> crates = AuditDataReader.read(program, bytes);
                if (crates != null) {
                    for (AuditedCrate crate : crates) {
                        if (crate.isRuntime()) {
                            describe(crate, crates, manifest.path(), scan, out);
                        }
                    }
                    return;
                }
            }
        } catch (DamagedProgramException e) {
            String message = "the list of crates in " + manifest.path() + " is damaged: " + e.getMessage();
            scan.diagnostics().warning("cargo.audit-data", manifest.path(), message);
        }
    }

    private static void describe(
            AuditedCrate crate,
            List<AuditedCrate> all,
            ImagePath program,
            PackageScan scan,
            Consumer<SoftwarePackage> out) {
        Purl purl = purl(crate);
        if (purl == null) {
            scan.diagnostics()
                    .warning("cargo.crate", program, program + " names a crate that cannot be: " + crate.name());
            return;
        }
        List<AuditedCrate> dependencies = crate.dependencies().stream()
                .map(all::get)
                .filter(AuditedCrate::isRuntime)
                .toList();
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.APPLICATION, program)
                .extra("cargo.source", crate.source())
                .dependencies(names(dependencies));
        for (AuditedCrate dependency : dependencies) {
            Purl meant = purl(dependency);
            if (meant != null) {
                builder.resolved(program, meant);
            }
        }
        if (crate.root()) {
            List<AuditedCrate> build =
                    all.stream().filter(other -> !other.isRuntime()).toList();
            builder.extra("cargo.build-dependencies", String.join(", ", names(build)))
                    .file(PackageFile.at(program, "cargo.audit-data")
                            .note("the list of crates in the program names " + crate.name() + " as its root")
                            .source(program)
                            // Nothing else names it, so that it may have been added, as what lies in a directory may.
                            .byDirectory()
                            .build());
        }
        out.accept(builder.build());
    }

    /** Null if there can be none of this name. */
    private static @Nullable Purl purl(AuditedCrate crate) {
        try {
            return Purl.of("cargo", crate.name()).version(crate.version()).build();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<String> names(List<AuditedCrate> crates) {
        return crates.stream().map(c -> c.name() + " " + c.version()).toList();
    }
}
