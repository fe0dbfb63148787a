package dev.jonah.appdb.dotnet;

import dev.jonah.appdb.dotnet.format.FileVersionReader;
import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.appdb.program.format.ProgramReader;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Tells files that are of another version than the list of dependencies says: somebody put them in the place of others.
 */
final class FileVersions {
    private FileVersions() {}

    /** Whether a file has the version that is listed, or nothing tells; if it has another, that is reported. */
    static boolean isListed(ImagePath path, String listed, ImagePath list, PackageScan scan) throws IOException {
        String found = AssemblyVersion.isVersion(listed) ? read(path, scan) : null;
        if (found == null || AssemblyVersion.compare(found, listed) == 0) {
            return true;
        }
        String message = path + " is of version " + found + ", " + list + " lists " + listed;
        scan.diagnostics().warning("dotnet.file-version", path, message);
        return false;
    }

    private static @Nullable String read(ImagePath path, PackageScan scan) throws IOException {
        Content content = scan.tree().resolveFile(path).map(FileEntry::content).orElse(null);
        if (content == null) {
            return null;
        }
        try (SeekableByteChannel channel = content.openChannel()) {
            ProgramBytes bytes = new ProgramBytes(channel);
            for (Program program : ProgramReader.read(bytes)) {
                return FileVersionReader.read(program, bytes);
            }
        }
        return null;
    }
}
