package dev.jonah.appdb.pyinstaller;

import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.Program;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.appdb.program.format.ProgramReader;
import dev.jonah.appdb.pyinstaller.format.FrozenArchive;
import dev.jonah.appdb.pyinstaller.format.FrozenArchiveReader;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Identifies programs that nobody claims as made by PyInstaller, with the scripts that they run. It says what is in the
 * program, not who put it there.
 */
public final class FrozenPrograms implements Explainer {
    private static final int NAMED = 5;

    /** Found as a service. */
    public FrozenPrograms() {}

    @Override
    public String id() {
        return "jonah.appdb.pyinstaller-programs";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.programs();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            FrozenArchive archive = archive(file.content());
            if (archive != null && !archive.scripts().isEmpty()) {
                out.accept(new Explanation(
                        file.path(),
                        Verdict.IDENTIFIED,
                        Evidence.of("pyinstaller.archive", text(archive), file.path())));
            }
        }
    }

    /** One that is damaged counts as none; the parser of packages tells of it. */
    private static @Nullable FrozenArchive archive(@Nullable Content content) throws IOException {
        if (content == null) {
            return null;
        }
        try (SeekableByteChannel channel = content.openChannel()) {
            return archive(new ProgramBytes(channel));
        } catch (DamagedProgramException e) {
            return null;
        }
    }

    /** The archive in a program; null if it has none. */
    static @Nullable FrozenArchive archive(ProgramBytes bytes) throws IOException {
        for (Program program : ProgramReader.read(bytes)) {
            FrozenArchive archive = FrozenArchiveReader.read(program, bytes);
            if (archive != null) {
                return archive;
            }
        }
        return null;
    }

    private static String text(FrozenArchive archive) {
        List<String> scripts = archive.scripts();
        String more = scripts.size() > NAMED ? " and " + (scripts.size() - NAMED) + " more" : "";
        return "made by PyInstaller for Python " + archive.python() + ", to run "
                + String.join(", ", scripts.subList(0, Math.min(NAMED, scripts.size()))) + more;
    }
}
