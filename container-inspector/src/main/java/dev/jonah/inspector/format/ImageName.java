package dev.jonah.inspector.format;

/** Names of images, which tools write in full or in short. */
final class ImageName {
    private ImageName() {}

    /**
     * Whether {@code wanted} is a way to write {@code name}: the whole, without registry or folders, without a tag
     * {@code latest}; for names that are a tag alone, that tag.
     */
    static boolean matches(String name, String wanted) {
        return equalsOrEnds(name, wanted)
                || name.endsWith(":latest") && equalsOrEnds(name.substring(0, name.length() - 7), wanted)
                || name.indexOf(':') < 0 && name.indexOf('/') < 0 && wanted.endsWith(":" + name);
    }

    private static boolean equalsOrEnds(String name, String wanted) {
        return name.equals(wanted) || name.endsWith("/" + wanted);
    }
}
