package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What deb-systemd-helper remembers of the units that packages enabled: an empty file for each link, and for each unit
 * a list of its links, {@code UNIT.dsh-also}. The unit must be a package's.
 */
final class HelperRecords implements Check {
    private static final String SUFFIX = ".dsh-also";
    private static final LazyPattern PLACE =
            LazyPattern.of("(/var/lib/systemd/deb-systemd-(user-)?helper-(?:enabled|masked))"
                    + "/((?:[^/]+\\.(?:wants|requires|upholds)/)?([^/]+))");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        Matcher place = PLACE.matcher(entry.path().latin1());
        if (!place.matches()) {
            return null;
        }
        String manager = place.group(2) == null ? "system" : "user";
        String name = place.group(4);
        if (name.endsWith(SUFFIX)) {
            String of = name.substring(0, name.length() - SUFFIX.length());
            UnitFile unit = UnitFile.findForInstance(manager, of, books);
            String text = books.text(entry);
            if (unit == null && text != null && areLinks(Lines.of(text), manager) && isLeft(text, of, books)) {
                return Finding.of("remembers the links of the unit of a removed package", entry.path(), Removed.STATUS);
            }
            return unit != null && text != null && areLinks(Lines.of(text), manager)
                    ? Finding.of(
                            "remembers the links of the packaged unit "
                                    + unit.entry().path(),
                            unit.entry().path())
                    : null;
        }
        if (entry.size() != 0) {
            return null;
        }
        UnitFile unit = UnitFile.findForInstance(manager, name, books);
        if (unit == null) {
            unit = asking(manager, ImagePath.of(place.group(1)), place.group(3), books);
        }
        ImagePath record = unit != null ? null : ImagePath.of(place.group(1) + "/" + name + SUFFIX);
        FileEntry list = record == null ? null : books.tree().find(record).orElse(null);
        String links = list == null ? null : books.text(list);
        if (list != null
                && links != null
                && isLeft(links, name, books)
                && Lines.of(links).contains("/etc/systemd/" + manager + "/" + place.group(3))) {
            return Finding.of("remembers that the unit of a removed package was enabled", list.path(), Removed.STATUS);
        }
        return unit == null
                ? null
                : Finding.of(
                        "remembers that the packaged unit " + unit.entry().path() + " was enabled",
                        unit.entry().path());
    }

    /** Whether all links are of this unit, and there are removed packages that it may have been of. */
    private static boolean isLeft(String text, String unit, Books books) {
        return !books.removed().names().isEmpty()
                && Lines.of(text).stream().allMatch(line -> line.endsWith("/" + unit));
    }

    private static boolean areLinks(List<String> lines, String manager) {
        String link = "/etc/systemd/" + manager + "/(?:[^/]+\\.(?:wants|requires|upholds)/)?[^/]+";
        return !lines.isEmpty() && lines.stream().allMatch(line -> line.matches(link));
    }

    /** The unit that asks for the link of this name in {@code /etc/systemd}, by a list of the same directory. */
    private static @Nullable UnitFile asking(String manager, ImagePath directory, String link, Books books)
            throws IOException {
        ImagePath path = ImagePath.of("/etc/systemd/" + manager).resolve(RawText.ofLatin1(link));
        for (FileEntry list : books.tree().children(directory)) {
            String name = list.path().name().latin1();
            String text = name.endsWith(SUFFIX) ? books.text(list) : null;
            if (text != null && Lines.of(text).contains(path.latin1())) {
                String of = name.substring(0, name.length() - SUFFIX.length());
                UnitFile unit = UnitFile.findForInstance(manager, of, books);
                if (unit != null && unit.isEnabledBy(path)) {
                    return unit;
                }
            }
        }
        return null;
    }
}
