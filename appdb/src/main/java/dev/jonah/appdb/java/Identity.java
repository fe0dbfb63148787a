package dev.jonah.appdb.java;

import org.jspecify.annotations.Nullable;

/**
 * What an archive is taken for.
 *
 * @param group groupId, or null if nothing states it
 * @param artifact artifactId
 * @param version or null
 * @param confidence how sure that is
 * @param from what it was taken from, for people
 * @param files Maven's own files that describe it, or null
 * @param agrees whether the file's name or place and the content say the same
 * @param candidate what the group might be where it is null, or null
 */
record Identity(
        @Nullable String group,
        String artifact,
        @Nullable String version,
        Confidence confidence,
        String from,
        @Nullable MavenFiles files,
        boolean agrees,
        @Nullable String candidate) {}
