package com.example.altlinux;

import com.example.altlinux.format.HeaderStream;
import com.example.altlinux.format.PackageArchive;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.support.StanzaReader;
import dev.jonah.sysdb.rpm.format.RpmFormatException;
import dev.jonah.sysdb.rpm.format.RpmHeader;
import dev.jonah.sysdb.rpm.format.RpmPackage;
import dev.jonah.value.ImagePath;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What apt keeps, by its place, and how its content shows that it is that. */
enum StateFormat {
    LOCK("/var/(?:lib/apt/lists|cache/apt/archives|cache/apt)/lock"),
    LIST("/var/lib/apt/lists/(?:partial/)?[^/]+_(?:pkglist|srclist)\\.[^/.]+"),
    RELEASE("/var/lib/apt/lists/(?:partial/)?[^/]+_release(?:\\.[^/.]+)?"),
    PACKAGE("/var/cache/apt/archives/[^/]+_[^/]+\\.rpm"),
    MARKS("/var/lib/apt/extended_states");

    private static final Pattern RELEASE_FIELD =
            Pattern.compile("Acquire-By-Hash|Architectures?|Archive|BLAKE2b|Codename|Components?|Date|Description|Label"
                    + "|MD5Sum|NotAutomatic|Origin|SHA\\d+|Suite|Valid-Until|Version");
    private static final Pattern MARK_FIELD = Pattern.compile("Package|Architecture|Auto-Installed");
    private static final Pattern TEXT = Pattern.compile("[[^\\p{Cc}]\n]*");

    private final Pattern path;

    StateFormat(String path) {
        this.path = Pattern.compile(path);
    }

    /** The format of the file at this place, or null. */
    static @Nullable StateFormat of(String path) {
        for (StateFormat format : values()) {
            if (format.path.matcher(path).matches()) {
                return format;
            }
        }
        return null;
    }

    /**
     * What the file is, for a person; null if its content is not of this format.
     *
     * @throws dev.jonah.diagnostic.LimitExceededException if it is longer than the limits allow
     * @throws IOException if it cannot be read
     */
    @Nullable
    String check(ImagePath file, Content content, Limits limits) throws IOException {
        if (this == LOCK) {
            return content.size() == 0 ? "a lock of apt, empty" : null;
        }
        try (InputStream in = new BufferedInputStream(content.open())) {
            return switch (this) {
                case LIST -> list(new HeaderStream(in, limits));
                case PACKAGE -> archive(PackageArchive.read(in, limits), file);
                case RELEASE -> stanzas(in, limits, RELEASE_FIELD) ? "the description of a repository" : null;
                case MARKS -> stanzas(in, limits, MARK_FIELD) ? "which packages apt installed for others" : null;
                case LOCK -> null;
            };
        } catch (RpmFormatException | StreamCorruptedException | EOFException e) {
            // Something else lies at the place, which is for the ledger to show.
            return null;
        }
    }

    private static @Nullable String list(HeaderStream headers) throws IOException {
        int count = 0;
        RpmHeader header;
        while ((header = headers.next()) != null) {
            if (!isSound(header)) {
                return null;
            }
            count++;
        }
        return count == 0 ? null : "the list of a repository: the headers of " + count + " packages";
    }

    private static @Nullable String archive(PackageArchive archive, ImagePath file) {
        RpmPackage found = new RpmPackage(archive.header());
        boolean named = isSound(archive.header()) && file.fileName().startsWith(found.name() + "_");
        return named && archive.whole() ? "a package that apt fetched, " + found + ", its checksum right" : null;
    }

    private static boolean isSound(RpmHeader header) {
        String name = new RpmPackage(header).name();
        return name != null && !name.isEmpty() && header.problems().isEmpty();
    }

    private static boolean stanzas(InputStream in, Limits limits, Pattern field) throws IOException {
        StanzaReader reader = new StanzaReader(in, limits, false);
        boolean any = false;
        StanzaReader.Stanza stanza;
        while ((stanza = reader.read()) != null) {
            if (!stanza.malformed().isEmpty()) {
                return false;
            }
            for (StanzaReader.Field each : stanza.fields()) {
                boolean known = field.matcher(each.name()).matches();
                if (!known || !TEXT.matcher(each.value()).matches()) {
                    return false;
                }
            }
            any = true;
        }
        return any;
    }
}
