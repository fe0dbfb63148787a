package dev.jonah.appdb.perl;

import dev.jonah.appdb.perl.format.PacklistEntry;
import dev.jonah.appdb.perl.format.PacklistReader;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a list of files claims: each path once, and the list itself. */
final class PacklistClaims {
    /** Perl itself has some three thousand. */
    private static final int MOST = 1_000_000;

    private PacklistClaims() {}

    static Collection<PackageFile> of(Place place, Content content, PackageScan scan) throws IOException {
        List<ImagePath> listed = read(place, content, scan);
        Relocation relocation = Relocation.of(place, listed, scan.tree());
        Map<ImagePath, PackageFile> claims = new LinkedHashMap<>();
        claims.put(
                place.list(),
                PackageFile.at(place.list(), "perl.packlist")
                        .note("the list itself")
                        .build());
        for (ImagePath path : listed) {
            ImagePath now = relocation == null ? path : relocation.apply(path);
            claims.putIfAbsent(
                    now,
                    PackageFile.at(now, "perl.packlist")
                            .note(now.equals(path) ? null : "listed as " + path + ", before the tree was copied here")
                            .source(place.list())
                            .build());
        }
        return claims.values();
    }

    private static List<ImagePath> read(Place place, Content content, PackageScan scan) throws IOException {
        List<ImagePath> listed = new ArrayList<>();
        ImagePath list = place.list();
        try (PacklistReader reader = new PacklistReader(content.open(), scan.limits())) {
            PacklistEntry entry;
            while ((entry = reader.read()) != null) {
                if (listed.size() == MOST) {
                    scan.diagnostics().error("perl.packlist.limit", list, list + " lists more than " + MOST + " files");
                    break;
                }
                ImagePath path = place(entry, list, scan);
                if (path != null) {
                    listed.add(path);
                }
            }
        } catch (LimitExceededException e) {
            scan.diagnostics().error("perl.packlist.limit", list, list + " was read only in part: " + e.getMessage());
        }
        return listed;
    }

    /** Null, with a diagnostic, if it is no absolute path inside the image. */
    private static @Nullable ImagePath place(PacklistEntry entry, ImagePath list, PackageScan scan) {
        ImagePath path = ImagePath.of(entry.path());
        if (!entry.path().latin1().startsWith("/") || path.isRoot() || ImagePath.ROOT.escapes(entry.path())) {
            scan.diagnostics()
                    .warning(
                            "perl.packlist.path",
                            list,
                            list + " lists " + entry.path() + ", which is no path inside the image");
            return null;
        }
        String relative = entry.attributes().get("relocate_as");
        ImagePath directory = list.parent();
        if (relative != null && directory != null && scan.tree().find(path).isEmpty()) {
            RawText text = RawText.ofLatin1(relative);
            return directory.escapes(text) ? path : directory.resolve(text);
        }
        return path;
    }
}
