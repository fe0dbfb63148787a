package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.ArchiveName;
import dev.jonah.appdb.java.format.Coordinates;
import dev.jonah.appdb.java.format.Manifest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an archive is, by the strongest word first: a repository's path; Maven's files of the name that the archive
 * has; the manifest of a Jenkins plugin; the title that Gradle's plugins write; Maven's files that the manifest or the
 * layout confirms; the name of the file, with a group from the manifest. The only {@code pom.properties} in an archive is no
 * proof: it may be that of a bundled library.
 */
final class Identification {
    private static final Pattern GRADLE_TITLE = Pattern.compile("([^#;\\s]{1,200})#([^#;\\s]{1,200});(\\S{1,200})");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z][\\w-]*(\\.[\\w-]+)+");

    private final ArchiveFacts facts;
    private final ArchiveName name;
    private final Manifest manifest;

    private Identification(ArchiveFacts facts) {
        this.facts = facts;
        this.name = facts.name;
        this.manifest = facts.manifest;
    }

    static Identity of(ArchiveFacts facts, @Nullable Coordinates place) {
        Identification self = new Identification(facts);
        if (place != null && place.artifact() != null) {
            return self.placed(place, place.artifact());
        }
        Identity found = self.jenkins();
        found = found != null ? found : self.named(true);
        found = found != null ? found : self.named(false);
        found = found != null ? found : self.gradle();
        found = found != null ? found : self.confirmed();
        found = found != null ? found : self.knownName();
        return found != null ? found : self.guessed();
    }

    private Identity placed(Coordinates place, String artifact) {
        MavenFiles files = null;
        for (MavenFiles candidate : facts.projects()) {
            if (artifact.equals(candidate.coordinates().artifact())) {
                files = candidate;
            }
        }
        return new Identity(
                place.group(), artifact, place.version(), Confidence.CERTAIN, "repository path", files, files != null);
    }

    /** Maven's files of the artifact that the file is named after; with {@code versioned} of the same version too. */
    private @Nullable Identity named(boolean versioned) {
        Identity found = null;
        for (MavenFiles files : facts.projects()) {
            Coordinates own = files.coordinates();
            String artifact = String.valueOf(own.artifact());
            String version = String.valueOf(own.version());
            if (versioned ? !name.is(artifact, version) : !isNamed(artifact)) {
                continue;
            }
            if (found != null && found.artifact().length() >= artifact.length()) {
                continue;
            }
            boolean other = !versioned && name.version() != null;
            // The manifest may side with the file's name: then the files are of a bundled library of the same name.
            String which = other && isStatedVersion(String.valueOf(name.version())) ? name.version() : version;
            found = new Identity(
                    own.group(),
                    artifact,
                    which,
                    versioned ? Confidence.CERTAIN : Confidence.LIKELY,
                    files.source() + (versioned ? " and file name" : " and artifact in the file name"),
                    files,
                    !other);
        }
        return found;
    }

    private boolean isNamed(String artifact) {
        return name.base().equals(artifact) || name.artifact().equals(artifact);
    }

    private @Nullable Identity jenkins() {
        String shortName = manifest.stated("Short-Name");
        String version = manifest.stated("Plugin-Version");
        if (shortName == null || version == null) {
            return null;
        }
        String group = manifest.stated("Group-Id");
        return new Identity(
                group != null ? group : "org.jenkins-ci.plugins",
                shortName,
                version.split("\\s")[0],
                isNamed(shortName) ? Confidence.CERTAIN : Confidence.LIKELY,
                "manifest of a Jenkins plugin",
                own(shortName),
                isNamed(shortName));
    }

    private @Nullable Identity gradle() {
        String title = manifest.stated("Implementation-Title");
        Matcher matcher = GRADLE_TITLE.matcher(title == null ? "" : title);
        if (!matcher.matches()) {
            return null;
        }
        boolean agrees = name.is(matcher.group(2), matcher.group(3)) || isNamed(matcher.group(2));
        // The project's name in Gradle need not be the artifact's; the file is then called by the latter.
        boolean renamed = !agrees && name.version() != null && name.version().equals(matcher.group(3));
        return new Identity(
                matcher.group(1),
                renamed ? name.artifact() : matcher.group(2),
                matcher.group(3),
                agrees ? Confidence.CERTAIN : Confidence.LIKELY,
                renamed ? "Implementation-Title and file name" : "Implementation-Title",
                own(matcher.group(2)),
                agrees);
    }

    /** The only project in an archive, if its layout or its manifest says that it is the archive's own. */
    private @Nullable Identity confirmed() {
        List<MavenFiles> projects = facts.projects();
        if (projects.size() != 1) {
            return null;
        }
        MavenFiles files = projects.get(0);
        Coordinates own = files.coordinates();
        String by = facts.application ? "layout" : isConfirmed(own) ? "manifest" : null;
        return by == null
                ? null
                : new Identity(
                        own.group(),
                        String.valueOf(own.artifact()),
                        own.version(),
                        Confidence.LIKELY,
                        files.source() + " and " + by,
                        files,
                        false);
    }

    private boolean isConfirmed(Coordinates own) {
        String artifact = String.valueOf(own.artifact());
        String title = manifest.stated("Implementation-Title");
        String bundle = symbolicName();
        String last = bundle == null ? "" : bundle.substring(bundle.lastIndexOf('.') + 1);
        boolean named = artifact.equals(title)
                || artifact.equals(bundle)
                || artifact.equals(last)
                || (own.group() + "." + artifact).equals(bundle);
        return named && isStatedVersion(String.valueOf(own.version()));
    }

    private boolean isStatedVersion(String version) {
        for (String attribute : List.of("Implementation-Version", "Bundle-Version", "Specification-Version")) {
            String stated = manifest.stated(attribute);
            if (stated != null && (stated.equals(version) || stated.split("\\s")[0].equals(version))) {
                return true;
            }
        }
        return false;
    }

    /** Libraries that are published without Maven's files, by name and packages together. */
    private @Nullable Identity knownName() {
        String group = name.version() == null ? null : KnownGroups.of(name.artifact(), facts.roots);
        return group == null
                ? null
                : new Identity(
                        group,
                        name.artifact(),
                        name.version(),
                        Confidence.LIKELY,
                        "file name and packages of classes",
                        null,
                        false);
    }

    private Identity guessed() {
        String artifact = name.artifact();
        String version = name.version();
        String bundle = symbolicName();
        if (version == null) {
            String stated = manifest.stated("Implementation-Version");
            stated = stated != null ? stated : manifest.stated("Bundle-Version");
            version = stated == null ? null : stated.split("\\s")[0];
        }
        String vendor = manifest.stated("Implementation-Vendor-Id");
        if (vendor != null && GROUP.matcher(vendor).matches()) {
            return guess(vendor, artifact, version, "file name and Implementation-Vendor-Id");
        }
        if (bundle != null && bundle.endsWith("." + artifact) && bundle.length() > artifact.length() + 1) {
            String group = bundle.substring(0, bundle.length() - artifact.length() - 1);
            if (GROUP.matcher(group).matches()) {
                return guess(group, artifact, version, "file name and Bundle-SymbolicName");
            }
        }
        return guess(null, artifact, version, version == null ? "file name" : "file name and manifest");
    }

    private static Identity guess(@Nullable String group, String artifact, @Nullable String version, String from) {
        return new Identity(group, artifact, version, Confidence.GUESSED, from, null, false);
    }

    private @Nullable MavenFiles own(String artifact) {
        for (MavenFiles files : facts.projects()) {
            if (artifact.equals(files.coordinates().artifact())) {
                return files;
            }
        }
        return null;
    }

    /** Without directives. */
    private @Nullable String symbolicName() {
        String name = manifest.stated("Bundle-SymbolicName");
        return name == null ? null : name.split(";")[0].strip();
    }
}
