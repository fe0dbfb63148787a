package dev.jonah.appdb.java.nativeimage;

import dev.jonah.appdb.java.nativeimage.format.NativeImage;
import dev.jonah.appdb.java.nativeimage.format.NativeImageReader;
import dev.jonah.appdb.json.JsonObject;
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
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads the libraries out of programs that {@code native-image} of GraalVM compiled with a bill of materials. The package
 * of the application, if it is named there, owns the program; the libraries that were compiled into it are packages without
 * files. All of it is the program's own word.
 *
 * <p>Facts beyond those of every package: {@code java.path} of the program, {@code java.native-image} (the compiler),
 * {@code java.identity-from}, {@code java.confidence}.
 */
public final class NativeImageParser implements ManifestParser {
    /** Found as a service. */
    public NativeImageParser() {}

    @Override
    public String id() {
        return "jonah.appdb.java-native-image";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.programs();
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "GraalVM native images",
                "the bill of materials that `native-image` puts into ELF programs",
                "the program itself, for its application; the libraries that were compiled in are packages without files",
                "**nothing**: it is the program's own word. Without such a bill there are no packages");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        Content content = manifest.content();
        if (content == null) {
            return;
        }
        NativeImage image = null;
        try (SeekableByteChannel channel = content.openChannel()) {
            ProgramBytes bytes = new ProgramBytes(channel);
            for (Program program : ProgramReader.read(bytes)) {
                image = image != null ? image : NativeImageReader.read(program, bytes);
            }
        } catch (DamagedProgramException e) {
            damaged(manifest, scan, e);
        }
        RawText sbom = image == null ? null : image.sbom();
        if (image != null && sbom != null) {
            try {
                JsonObject document =
                        JsonObject.read(new GZIPInputStream(new ByteArrayInputStream(sbom.bytes())), scan.limits());
                new NativeImagePackages(manifest.path(), image.version(), scan.diagnostics()).give(document, out);
            } catch (IOException e) {
                damaged(manifest, scan, e);
            }
        }
    }

    private static void damaged(FileEntry file, PackageScan scan, IOException e) {
        String message = "the bill of materials in " + file.path() + " cannot be read: " + e.getMessage();
        scan.diagnostics().warning("java.native-image", file.path(), message);
    }
}
