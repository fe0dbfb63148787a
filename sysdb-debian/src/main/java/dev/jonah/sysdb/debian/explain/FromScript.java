package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.packages.SoftwarePackage;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text that a maintainer script writes out of itself: every line is a line of the script, or a string in it between
 * double quotes, in the same order.
 *
 * @param owners names of packages
 */
record FromScript(List<String> owners) implements Check {
    private static final String[] SCRIPTS = {"postinst", "preinst", "config"};

    static FromScript of(String owners) {
        return new FromScript(List.of(owners.split(" ")));
    }

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        List<String> wanted = text == null ? List.of() : strip(text);
        if (wanted.isEmpty()) {
            return null;
        }
        for (SoftwarePackage owner :
                owners.stream().flatMap(name -> books.installed(name).stream()).toList()) {
            for (String name : names(owner)) {
                FileEntry script = books.tree()
                        .resolveFile(dev.jonah.value.ImagePath.of(name))
                        .orElse(null);
                String source = script == null ? null : books.text(script);
                if (script != null && source != null && writes(source, wanted)) {
                    String what = "what the script " + script.path() + " writes, line by line";
                    return Finding.of(what, script.path());
                }
            }
        }
        return null;
    }

    private static Set<String> names(SoftwarePackage owner) {
        Set<String> names = new HashSet<>();
        for (String kind : SCRIPTS) {
            String base = "/var/lib/dpkg/info/" + owner.purl().name();
            names.add(base + "." + kind);
            names.add(base + ":" + owner.architecture() + "." + kind);
        }
        return names;
    }

    private static boolean writes(String script, List<String> wanted) {
        int next = 0;
        for (String line : Lines.of(script)) {
            if (next < wanted.size()) {
                String want = wanted.get(next);
                next += line.strip().equals(want) || line.contains('"' + want + '"') ? 1 : 0;
            }
        }
        return next == wanted.size();
    }

    private static List<String> strip(String text) {
        return Lines.of(text).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toList());
    }
}
