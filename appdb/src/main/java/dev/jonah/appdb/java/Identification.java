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
 * layout confirms; the name of the file together with what {@link KnownGroups}
 * wants to see inside; the name alone. The only {@code pom.properties} in an archive is no
 * proof: it may be that of a bundled library.
 */
final class Identification {
    private static final Pattern GRADLE_TITLE = Pattern.compile("([^#;\\s]{1,200})#([^#;\\s]{1,200});(\\S{1,200})");

    private static final Pattern VARIANT = Pattern.compile("[.-](jre|jdk|java)-?\\d+");

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
        Identity found = self.stated();
        found = found != null ? found : Guesses.known(facts);
        return found != null ? found : Guesses.byName(facts);
    }

    /** Of what was an archive and is a directory, whose name tells little; null if nothing in it says what it is. */
    static @Nullable Identity ofDirectory(ArchiveFacts facts) {
        Identification self = new Identification(facts);
        Identity found = self.stated();
        return found != null ? found : Guesses.titled(facts);
    }

    private @Nullable Identity stated() {
        Identity found = jenkins();
        found = found != null ? found : named(true);
        found = found != null ? found : named(false);
        found = found != null ? found : gradle();
        found = found != null ? found : confirmed();
        return found != null ? found : billed();
    }

    /** What the bill of materials of an application calls it. */
    private @Nullable Identity billed() {
        Coordinates own = facts.billed;
        return !facts.application || own == null || own.artifact() == null || !own.isComplete()
                ? null
                : new Identity(
                        own.group(),
                        own.artifact(),
                        own.version(),
                        Confidence.LIKELY,
                        "bill of materials",
                        null,
                        name.is(own.artifact(), String.valueOf(own.version())),
                        null);
    }

    private Identity placed(Coordinates place, String artifact) {
        MavenFiles files = null;
        for (MavenFiles candidate : facts.projects()) {
            if (artifact.equals(candidate.coordinates().artifact())) {
                files = candidate;
            }
        }
        return new Identity(
                place.group(),
                artifact,
                place.version(),
                Confidence.CERTAIN,
                "repository path",
                files,
                files != null,
                null);
    }

    /** Maven's files of the artifact that the file is named after; with {@code versioned} of the same version too. */
    private @Nullable Identity named(boolean versioned) {
        Identity found = null;
        for (MavenFiles files : facts.projects()) {
            Coordinates own = files.coordinates();
            String artifact = String.valueOf(own.artifact());
            String version = String.valueOf(own.version());
            if (versioned ? !isNamed(own, artifact, version) : !isNamed(artifact)) {
                continue;
            }
            if (found != null
                    && (found.artifact().length() > artifact.length()
                            || found.artifact().length() == artifact.length() && !isBundle(own))) {
                continue;
            }
            boolean other = !versioned && name.version() != null;
            // The manifest may side with the file's name: then the files are of a bundled library of the same name.
            String which = other && isOwnVersion(String.valueOf(name.version()), version) ? name.version() : version;
            found = new Identity(
                    own.group(),
                    artifact,
                    which,
                    versioned ? Confidence.CERTAIN : Confidence.LIKELY,
                    files.source() + (versioned ? " and file name" : " and artifact in the file name"),
                    files,
                    !other,
                    null);
        }
        return found;
    }

    /** A build for one Java has that in its version: {@code 12.6.1.jre11} of 12.6.1. */
    private boolean isOwnVersion(String named, String version) {
        return isStatedVersion(named)
                || named.startsWith(version)
                        && VARIANT.matcher(named.substring(version.length())).matches();
    }

    private boolean isBundle(Coordinates own) {
        return (own.group() + "." + own.artifact()).equals(facts.symbolicName());
    }

    /** With the group before it, as Quarkus calls its libraries, or without. */
    private boolean isNamed(Coordinates own, String artifact, String version) {
        return name.is(artifact, version) || name.is(own.group() + "." + artifact, version);
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
                isNamed(shortName),
                null);
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
                agrees,
                null);
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
                        false,
                        null);
    }

    private boolean isConfirmed(Coordinates own) {
        String artifact = String.valueOf(own.artifact());
        String title = manifest.stated("Implementation-Title");
        String bundle = facts.symbolicName();
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

    private @Nullable MavenFiles own(String artifact) {
        for (MavenFiles files : facts.projects()) {
            if (artifact.equals(files.coordinates().artifact())) {
                return files;
            }
        }
        return null;
    }
}
