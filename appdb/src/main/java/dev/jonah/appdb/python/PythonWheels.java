package dev.jonah.appdb.python;

import dev.jonah.appdb.java.zip.DamagedZipException;
import dev.jonah.diagnostic.LimitExceededException;
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
import java.util.function.Consumer;

/**
 * Identifies wheels and zipped eggs that nobody claims: name and version of the file must be those of the metadata inside, and
 * of a wheel every file must be as its list of checksums has it. That tells what it says it is, and not who made it.
 */
public final class PythonWheels implements Explainer {
    /** Found as a service. */
    public PythonWheels() {}

    @Override
    public String id() {
        return "jonah.appdb.python-wheels";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.suffix(".whl", ".egg");
    }

    @Override
    public boolean explainsEachAlone() {
        return true;
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            Content content = file.content();
            WheelName name = WheelName.of(file.path().fileName());
            if (content == null || name == null || !file.type().isRegular()) {
                continue;
            }
            try (SeekableByteChannel channel = content.openChannel()) {
                WheelContent wheel = new WheelContent(ZippedEntries.of(channel), content.size(), scan.limits());
                String distribution = wheel.agreeingWith(name);
                if (distribution != null) {
                    String how = name.isWheel() ? "name, metadata and checksums" : "name and metadata";
                    out.accept(new Explanation(
                            file.path(),
                            Verdict.IDENTIFIED,
                            Evidence.of(
                                    "python.wheel",
                                    "an archive of " + distribution + ": its " + how + " agree",
                                    file.path())));
                }
            } catch (DamagedZipException | LimitExceededException e) {
                scan.diagnostics()
                        .info(
                                "python.archive.damaged",
                                file.path(),
                                file.path() + " is no zip archive, or a damaged one: " + e.getMessage());
            }
        }
    }
}
