package dev.jonah.sysdb.alpine.format;

import dev.jonah.diagnostic.Limits;

/** Bounds for files that are always small: a list of short words takes far more memory than the words are long. */
final class SmallFile {
    private static final int SHARE = 64;
    private static final long ALWAYS = 64 * 1024;

    private SmallFile() {}

    /** The same limits with a sixty-fourth of {@link Limits.Name#PARSER_BYTES}, four megabytes by default. */
    static Limits limits(Limits limits) {
        long whole = limits.get(Limits.Name.PARSER_BYTES);
        Limits.Builder builder = Limits.builder();
        limits.overrides().forEach(builder::set);
        return builder.set(Limits.Name.PARSER_BYTES, Math.max(Math.min(whole, ALWAYS), whole / SHARE))
                .build();
    }
}
