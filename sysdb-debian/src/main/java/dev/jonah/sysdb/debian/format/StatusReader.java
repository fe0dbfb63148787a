package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.StanzaReader;
import dev.jonah.support.StanzaReader.Stanza;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of stanzas, one for each package (deb822(5)): dpkg's {@code status}, {@code available} and {@code
 * updates/NNNN}, a file of {@code status.d}, opkg's {@code status}, apt's {@code extended_states}.
 *
 * <p>Stateless.
 */
public final class StatusReader {
    private StatusReader() {}

    /** Reads {@code in}, which is not closed. A stanza that the file ends in is kept as far as it goes. */
    public static Reading<DpkgPackage> read(InputStream in, Limits limits) {
        List<DpkgPackage> packages = new ArrayList<>();
        IOException failure = null;
        try {
            readAll(in, limits, packages);
        } catch (IOException e) {
            failure = e;
        }
        return new Reading<>(packages, List.of(), failure);
    }

    @SuppressWarnings("MustBeClosedChecker") // what is read belongs to the caller
    private static void readAll(InputStream in, Limits limits, List<DpkgPackage> packages) throws IOException {
        StanzaReader stanzas = StanzaReader.ofBytes(in, limits, false);
        EntryBound bound = new EntryBound(limits);
        long fields = 0;
        @Nullable Stanza stanza;
        while ((stanza = stanzas.read()) != null) {
            packages.add(new DpkgPackage(stanza));
            fields += stanza.fields().size() + stanza.malformed().size() + 1;
            bound.check(fields, "fields");
        }
    }
}
