package dev.jonah.appdb.java.format;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of an archive tells: {@code ARTIFACT[-VERSION[-CLASSIFIER]].EXTENSION}. The version begins at the first
 * hyphen before a digit after which no further word stands that leads to another number: {@code log4j-1.2-api-2.17.1} is
 * version 2.17.1 of {@code log4j-1.2-api}.
 *
 * @param base the name without its extension
 * @param artifact what stands before the version; all of it if there is none
 * @param version or null
 * @param classifier or null; only what is known as one
 */
public record ArchiveName(
        String base,
        String artifact,
        @Nullable String version,
        @Nullable String classifier) {
    // No file system has longer names; of entries of hostile archives, longer ones are not worth the time.
    private static final int LONGEST = 255;

    private static final Pattern QUALIFIER = Pattern.compile(
            "(alpha|beta|a|b|c|m|milestone|rc|cr|snapshot|final|ga|release|sp|pre|preview|ea|dev|build|b|r|rev|v|p|patch"
                    + "|jre|jdk|java|groovy|scala|android|incubating|redhat|hotfix|fuse|jbossorg|stable|nightly)[._\\d]*");
    private static final Pattern CLASSIFIER = Pattern.compile(
            "(sources|javadoc|tests?|shaded|all|exec|runner|runtime|standalone|uber|fat|plain|jar-with-dependencies|no_aop|bundled"
                    + "|(linux|osx|macos|darwin|mac|windows|win|freebsd|alpine)[-_a-z0-9]*|natives?(-.*)?)");

    /** Takes a file name apart. */
    public static ArchiveName of(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String base = dot > 0 ? fileName.substring(0, dot) : fileName;
        int start = base.length() > LONGEST ? -1 : versionStart(base);
        if (start < 0) {
            return new ArchiveName(base, base, null, null);
        }
        String version = base.substring(start);
        String classifier = null;
        for (int hyphen = version.indexOf('-'); hyphen >= 0; hyphen = version.indexOf('-', hyphen + 1)) {
            String rest = version.substring(hyphen + 1);
            if (CLASSIFIER.matcher(rest.toLowerCase(Locale.ROOT)).matches()) {
                classifier = rest;
                version = version.substring(0, hyphen);
                break;
            }
        }
        return new ArchiveName(base, base.substring(0, start - 1), version, classifier);
    }

    /** Whether the name is that of this artifact in this version, with or without a classifier. */
    public boolean is(String artifactId, String versionText) {
        String whole = artifactId + "-" + versionText;
        if (base.equals(whole) || base.startsWith(whole + "-")) {
            return true;
        }
        String snapshot = "-SNAPSHOT";
        return versionText.endsWith(snapshot)
                && base.startsWith(
                        artifactId + "-" + versionText.substring(0, versionText.length() - snapshot.length()) + "-")
                && base.substring(artifactId.length() + versionText.length() - snapshot.length() + 2)
                        .matches("\\d{8}\\.\\d{6}-\\d+.*");
    }

    private static int versionStart(String base) {
        int start = -1;
        boolean word = false;
        for (int i = 0; i < base.length(); ) {
            int end = base.indexOf('-', i);
            end = end < 0 ? base.length() : end;
            String token = base.substring(i, end);
            boolean number = i > 0 && !token.isEmpty() && token.charAt(0) >= '0' && token.charAt(0) <= '9';
            if (number && (start < 0 || word)) {
                start = i;
                word = false;
            } else if (!number && start >= 0) {
                word |= !QUALIFIER.matcher(token.toLowerCase(Locale.ROOT)).matches()
                        && !CLASSIFIER
                                .matcher(base.substring(i).toLowerCase(Locale.ROOT))
                                .matches();
            }
            if (start >= 0
                    && CLASSIFIER
                            .matcher(base.substring(Math.min(end + 1, base.length()))
                                    .toLowerCase(Locale.ROOT))
                            .matches()) {
                return start;
            }
            i = end + 1;
        }
        return start;
    }
}
