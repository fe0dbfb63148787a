package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Links that enable a unit of systemd: the unit must be a package's and ask for just this link, or a mask be on record.
 */
final class UnitLinks implements Check {
    private static final String ENABLED = "/var/lib/systemd/deb-systemd-helper-enabled/";
    private static final String MASKED = "/var/lib/systemd/deb-systemd-helper-masked/";

    @Override
    public @Nullable Finding look(FileEntry link, Books books) throws IOException {
        RawText target = link.target();
        if (target != null && target.latin1().equals("/dev/null")) {
            ImagePath record = ImagePath.of(MASKED).child(link.path().name());
            FileEntry state = books.tree().find(record).orElse(null);
            return state == null || state.size() != 0
                    ? null
                    : Finding.of("keeps a service masked that was removed", record);
        }
        FileEntry entry = books.target(link);
        if (entry == null) {
            return target == null ? null : left(link, target, books);
        }
        UnitFile unit = !isUnitDirectory(entry.path()) ? null : UnitFile.of(entry, books);
        return unit != null && unit.isEnabledBy(link.path())
                ? Finding.of(
                        "enables the packaged unit " + unit.entry().path() + " as it asks for",
                        unit.entry().path())
                : null;
    }

    /** A link to the unit of a removed package: it leads nowhere, and deb-systemd-helper has it on record. */
    private static @Nullable Finding left(FileEntry link, RawText target, Books books) throws IOException {
        ImagePath unit = ImagePath.of(target);
        boolean absent =
                target.latin1().startsWith("/") && books.tree().resolve(unit).isEmpty();
        FileEntry record = absent && isUnitDirectory(unit)
                ? books.tree()
                        .find(ImagePath.of(ENABLED + unit.name().latin1() + ".dsh-also"))
                        .orElse(null)
                : null;
        String text = record == null || books.removed().names().isEmpty() ? null : books.text(record);
        return record != null
                        && text != null
                        && Lines.of(text).contains(link.path().latin1())
                ? Finding.of("enabled the unit of a removed package and leads nowhere", record.path())
                : null;
    }

    private static boolean isUnitDirectory(ImagePath path) {
        return path.latin1().matches("(?:/usr/lib|/lib|/etc)/systemd/(?:system|user)/[^/]+");
    }
}
