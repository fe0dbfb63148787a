package dev.jonah.appdb.java.format;

/** Values that a build tool or a resource bundle should have replaced. */
final class Placeholders {
    private Placeholders() {}

    static boolean isOne(String value) {
        return value.contains("${")
                || value.startsWith("%")
                || value.startsWith("$")
                || value.startsWith("{")
                || value.startsWith("@") && value.endsWith("@");
    }
}
