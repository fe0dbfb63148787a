package dev.jonah.appdb.erlang;

import dev.jonah.appdb.erlang.format.TermReader;
import dev.jonah.appdb.support.Contents;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads files of terms and reports those that cannot be read. */
final class Terms {
    private Terms() {}

    /** The terms; null, with a diagnostic, if there are none to be had. */
    static TermReader.@Nullable Result read(FileEntry file, PackageScan scan) throws IOException {
        ImagePath path = file.path();
        Content content = Contents.of(file, "erlang.file.lost", scan);
        if (content == null) {
            return null;
        }
        try {
            return TermReader.read(content.open(), scan.limits());
        } catch (LimitExceededException e) {
            scan.diagnostics().error("erlang.file.limit", path, path + " was not read: " + e.getMessage());
            return null;
        }
    }
}
