package dev.jonah.appdb.golang;

import dev.jonah.appdb.golang.format.BuildInfoReader;
import dev.jonah.appdb.golang.format.GoBuildInfo;
import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.appdb.program.format.ProgramReader;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the modules out of programs that Go built: ELF, PE and Mach-O, of every Go since 1.13, stripped or not. The main
 * module's package owns the program. Its word is all there is: nobody recorded what the program should contain, so it is
 * never verified by this.
 *
 * <p>Facts beyond those of every package: {@code go.version} (of the toolchain), {@code go.path} (the main package), {@code
 * go.sum}, {@code go.replaces}, {@code go.replaced-by}, {@code go.version-from}, and one for each build setting:
 * {@code go.ldflags}, {@code go.goarch}, {@code go.vcs.revision}.
 */
public final class GoProgramParser implements ManifestParser {
    /** Found as a service. */
    public GoProgramParser() {}

    @Override
    public String id() {
        return "jonah.appdb.golang";
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "Go",
                "the build information in programs, of Go 1.13 and newer",
                "the program itself, for its main module; the modules that were built in are packages without"
                        + " files",
                "**nothing**: it is the program's own word");
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
            GoBuildInfo info = read(new ProgramBytes(channel));
            if (info != null) {
                new GoPackages(manifest.path(), info, scan.diagnostics()).forEach(out);
            }
        } catch (DamagedProgramException e) {
            String message = "the build information of " + manifest.path() + " is damaged: " + e.getMessage();
            scan.diagnostics().warning("go.build-info", manifest.path(), message);
        }
    }

    private static @Nullable GoBuildInfo read(ProgramBytes bytes) throws IOException {
        for (Program program : ProgramReader.read(bytes)) {
            GoBuildInfo info = BuildInfoReader.read(program, bytes);
            if (info != null) {
                return info;
            }
        }
        return null;
    }
}
