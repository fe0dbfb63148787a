package dev.jonah.sysdb.alpine.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a list in {@code etc/busybox-paths.d}: one path a line, relative to the root, of a link to a busybox binary. */
public final class BusyboxPathsReader {
    private BusyboxPathsReader() {}

    /**
     * The paths in the order of the file. Reads {@code in} to its end and does not close it.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if a line or the whole is too long
     */
    public static List<ImagePath> readAll(InputStream in, Limits limits) throws IOException {
        LineReader lines = new LineReader(in, SmallFile.limits(limits));
        List<ImagePath> paths = new ArrayList<>();
        RawText line;
        while ((line = lines.readLine()) != null) {
            RawText path = RawText.ofLatin1(line.latin1().strip());
            if (!path.isEmpty()) {
                paths.add(ImagePath.of(path));
            }
        }
        return paths;
    }
}
