package dev.jonah.appdb.dotnet;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.dotnet.format.HostProgram;
import dev.jonah.appdb.dotnet.format.RuntimeConfiguration;
import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.appdb.program.format.ProgramReader;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies beside an application's list of dependencies and belongs to it by its name. */
final class ApplicationFiles {
    private final ImagePath directory;
    private final String name;
    private final PackageScan scan;

    ApplicationFiles(ImagePath directory, String name, PackageScan scan) {
        this.directory = directory;
        this.name = name;
        this.scan = scan;
    }

    /** Which runtime the application wants; null if nothing says. */
    @Nullable
    RuntimeConfiguration configuration() throws IOException {
        ImagePath path = directory.resolve(name + ".runtimeconfig.json");
        FileEntry entry = scan.tree().resolveFile(path).orElse(null);
        Content content = entry == null ? null : entry.content();
        if (content == null) {
            return null;
        }
        try {
            return RuntimeConfiguration.read(content.open(), scan.limits());
        } catch (JacksonException e) {
            String message = path + " cannot be read: " + e.getOriginalMessage();
            scan.diagnostics().warning("dotnet.runtimeconfig.json", path, message);
            return null;
        }
    }

    /**
     * Whether all that is listed must lie here. So it is of published applications; not of libraries, nor of
     * applications as they are built for development, nor before .NET Core 3, which took packages from elsewhere.
     */
    boolean isComplete(@Nullable RuntimeConfiguration configuration) {
        String target = configuration == null ? null : configuration.targetFramework();
        return target != null
                && !target.startsWith("netcoreapp1")
                && !target.startsWith("netcoreapp2")
                && scan.tree()
                        .find(directory.resolve(name + ".runtimeconfig.dev.json"))
                        .isEmpty()
                && !FrameworkPlace.isInSdk(directory);
    }

    /** The claims of the list itself and of what belongs to it by its name. */
    List<PackageFile> claims(ImagePath manifest, boolean framework) throws IOException {
        List<PackageFile> claims = new ArrayList<>();
        if (!scan.wantsFiles()) {
            return claims;
        }
        claims.add(claim(manifest, "the list of dependencies itself"));
        addPresent(name + ".runtimeconfig.json", "which runtime the application wants", claims);
        if (framework) {
            addPresent(".version", "version and commit of the shared framework", claims);
            return claims;
        }
        addPresent(name + ".runtimeconfig.dev.json", "where packages lie on the machine that built it", claims);
        for (String program : List.of(name, name + ".exe")) {
            ImagePath path = directory.resolve(program);
            FileEntry entry = scan.tree().find(path).orElse(null);
            if (entry != null && startsApplication(entry)) {
                claims.add(claim(path, "the host program of .NET, made to start " + name + ".dll"));
            }
        }
        return claims;
    }

    private boolean startsApplication(FileEntry entry) throws IOException {
        Content content = entry.content();
        if (content == null) {
            return false;
        }
        try (SeekableByteChannel channel = content.openChannel()) {
            ProgramBytes bytes = new ProgramBytes(channel);
            for (Program program : ProgramReader.read(bytes)) {
                if (new HostProgram(program, bytes).starts(name + ".dll")) {
                    return true;
                }
            }
        }
        return false;
    }

    private void addPresent(String file, String note, List<PackageFile> claims) {
        ImagePath path = directory.resolve(file);
        if (scan.tree().find(path).filter(entry -> !entry.isDirectory()).isPresent()) {
            claims.add(claim(path, note));
        }
    }

    private static PackageFile claim(ImagePath path, String note) {
        return PackageFile.at(path, "dotnet.application").note(note).build();
    }
}
