package dev.jonah.appdb.ruby.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an archive of a gem holds.
 *
 * @param name as its metadata says, or null
 * @param version as its metadata says, or null
 * @param platform as its metadata says; null if it says nothing, or describes it as RubyGems did before 1.0
 * @param files in order; of several with one name the last is what gets installed
 * @param checked whether it states checksums of its parts; they are equal then
 * @param signed whether it has signatures, which are not verified
 */
public record GemArchive(
        @Nullable String name,
        @Nullable String version,
        @Nullable String platform,
        List<GemFile> files,
        boolean checked,
        boolean signed) {
    /** Copies the list. */
    public GemArchive {
        files = List.copyOf(files);
    }
}
