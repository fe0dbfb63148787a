package dev.jonah.appdb.conda;

import org.jspecify.annotations.Nullable;

/**
 * {@code NAME-VERSION-BUILD}, as records, archives and lines of the history are called.
 *
 * @param name may hold hyphens
 * @param version holds none
 * @param build holds none
 */
record RecordName(String name, String version, String build) {
    /** The parts; null if the text has fewer than three. A suffix of a record or archive is cut off. */
    static @Nullable RecordName of(String text) {
        String whole = text;
        for (String suffix : new String[] {".json", ".conda", ".tar.bz2"}) {
            if (text.endsWith(suffix)) {
                whole = text.substring(0, text.length() - suffix.length());
            }
        }
        int build = whole.lastIndexOf('-');
        int version = build <= 0 ? -1 : whole.lastIndexOf('-', build - 1);
        return version <= 0
                ? null
                : new RecordName(
                        whole.substring(0, version), whole.substring(version + 1, build), whole.substring(build + 1));
    }

    @Override
    public String toString() {
        return name + "-" + version + "-" + build;
    }
}
