package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.ArchiveName;
import dev.jonah.appdb.java.format.Manifest;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an archive may be, where nothing in it states its coordinates. What the manifest says of a group was wrong for a
 * third of the libraries of Maven Central that it was measured with; so it is told as a hint, and the package has no group.
 */
final class Guesses {
    private static final Pattern GROUP = Pattern.compile("[A-Za-z][\\w-]*(\\.[\\w-]+)+");

    private Guesses() {}

    /** Libraries that are published without Maven's files, by name and content together. */
    static @Nullable Identity known(ArchiveFacts facts) {
        ArchiveName name = facts.name;
        String version = name.version();
        Set<String> names = new HashSet<>(facts.roots);
        for (String stated : new String[] {facts.module(), facts.symbolicName()}) {
            if (stated != null) {
                names.add(stated);
            }
        }
        KnownGroups.Known found = version == null ? null : KnownGroups.of(name.artifact(), version, names);
        return found == null
                ? null
                : new Identity(
                        found.group(),
                        found.artifact(),
                        version,
                        Confidence.LIKELY,
                        "file name and what is in it",
                        null,
                        false,
                        null);
    }

    /** Only the name of the file, and of what calls itself a group none that was right often enough when measured. */
    static Identity byName(ArchiveFacts facts) {
        ArchiveName name = facts.name;
        Manifest manifest = facts.manifest;
        String version = name.version();
        if (version == null) {
            String stated = manifest.stated("Implementation-Version");
            stated = stated != null ? stated : manifest.stated("Bundle-Version");
            stated = stated != null ? stated : facts.moduleVersion();
            version = stated == null ? null : stated.split("\\s")[0];
        }
        return new Identity(
                null,
                name.artifact(),
                version,
                Confidence.GUESSED,
                name.version() == null && version != null ? "file name and stated version" : "file name",
                null,
                false,
                candidate(facts));
    }

    /** A group that the manifest hints at. */
    private static @Nullable String candidate(ArchiveFacts facts) {
        Manifest manifest = facts.manifest;
        String vendor = manifest.stated("Implementation-Vendor-Id");
        if (vendor != null && GROUP.matcher(vendor).matches()) {
            return vendor;
        }
        String bundle = facts.symbolicName();
        String suffix = "." + facts.name.artifact();
        String group = bundle != null && bundle.endsWith(suffix)
                ? bundle.substring(0, bundle.length() - suffix.length())
                : bundle == null ? facts.module() : bundle;
        return group != null && GROUP.matcher(group).matches() ? group : null;
    }

    /** What the manifest calls it, by the first pair of attributes that is complete. */
    static @Nullable Identity titled(ArchiveFacts facts) {
        Manifest manifest = facts.manifest;
        for (String[] pair : new String[][] {
            {"Implementation-Title", "Implementation-Version"},
            {"Bundle-SymbolicName", "Bundle-Version"},
            {"Start-Class", "Implementation-Version"}
        }) {
            String title = pair[0].startsWith("Bundle") ? facts.symbolicName() : manifest.stated(pair[0]);
            String version = manifest.stated(pair[1]);
            if (title != null && title.matches("[\\w.-]{1,200}") && (version != null || pair[0].startsWith("Start"))) {
                String first = version == null ? null : version.split("\\s")[0];
                return new Identity(null, title, first, Confidence.GUESSED, "manifest", null, false, candidate(facts));
            }
        }
        return null;
    }
}
