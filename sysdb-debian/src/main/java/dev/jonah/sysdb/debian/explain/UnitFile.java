package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A unit of systemd that a package accounts for, and by which links its {@code [Install]} section says it is enabled
 * (systemd.unit(5)).
 *
 * @param entry the file
 * @param install the lines of the section
 */
record UnitFile(FileEntry entry, List<String> install) {
    private static final LazyPattern LINK =
            LazyPattern.of("/etc/systemd/(system|user)/(?:([^/]+)\\.(wants|requires|upholds)/)?([^/]+)");
    private static final String UNIT =
            "[A-Za-z0-9:_.\\\\@-]+\\.(?:service|socket|target|timer|path|mount|automount|swap" + "|device|slice|scope)";

    /** What reads the unit of that name for the system or for users, or null if no package accounts for one. */
    static @Nullable UnitFile find(String manager, String name, Books books) throws IOException {
        if (!name.matches(UNIT)) {
            return null;
        }
        for (String directory : new String[] {"/usr/lib/systemd/", "/lib/systemd/", "/etc/systemd/"}) {
            FileEntry entry = books.accounted(directory + manager + "/" + name);
            UnitFile unit = entry == null ? null : of(entry, books);
            if (unit != null) {
                return unit;
            }
        }
        return null;
    }

    /** The unit that is to be started by this name: itself, or the template that it is an instance of. */
    static @Nullable UnitFile findForInstance(String manager, String name, Books books) throws IOException {
        UnitFile unit = find(manager, name, books);
        int at = name.indexOf('@');
        int dot = name.lastIndexOf('.');
        return unit != null || at < 0 || dot < at
                ? unit
                : find(manager, name.substring(0, at + 1) + name.substring(dot), books);
    }

    static @Nullable UnitFile of(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        if (text == null) {
            return null;
        }
        List<String> install = new ArrayList<>();
        boolean inside = false;
        for (String line : Lines.of(text)) {
            String stripped = line.strip();
            if (stripped.startsWith("[")) {
                inside = stripped.equals("[Install]");
            } else if (inside && !stripped.startsWith("#") && !stripped.startsWith(";")) {
                install.add(stripped);
            }
        }
        return new UnitFile(entry, install);
    }

    /** Whether the unit is enabled, or known by another name, by a link at this path. */
    boolean isEnabledBy(ImagePath link) {
        Matcher matcher = LINK.matcher(link.latin1());
        if (!matcher.matches()) {
            return false;
        }
        String by = matcher.group(2);
        String linkName = matcher.group(4);
        if (by == null) {
            return lists("Alias", linkName, linkName);
        }
        boolean named = isNameOf(linkName);
        return switch (matcher.group(3)) {
            case "wants" -> named && lists("WantedBy", by, linkName);
            case "requires" -> named && lists("RequiredBy", by, linkName);
            default -> named && lists("UpheldBy", by, linkName);
        };
    }

    /** Whether it is the unit itself or, of a template, one of its instances. */
    boolean isNameOf(String link) {
        String own = entry.path().name().latin1();
        int at = own.indexOf("@.");
        return link.equals(own)
                || at > 0 && link.startsWith(own.substring(0, at + 1)) && link.endsWith(own.substring(at + 1));
    }

    private boolean lists(String key, String wanted, String instance) {
        for (String line : install) {
            int equals = line.indexOf('=');
            if (equals < 0 || !line.substring(0, equals).strip().equals(key)) {
                continue;
            }
            for (String word : line.substring(equals + 1).strip().split("\\s+")) {
                if (word.equals(wanted) || expand(word, instance).equals(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Puts the parts of an instance's name in place of the specifiers for them. */
    private static String expand(String word, String instance) {
        int at = instance.indexOf('@');
        int dot = instance.lastIndexOf('.');
        if (at < 0 || dot < at || word.indexOf('%') < 0) {
            return word;
        }
        String of = instance.substring(at + 1, dot);
        return word.replace("%i", of).replace("%I", of).replace("%j", of).replace("%p", instance.substring(0, at));
    }
}
