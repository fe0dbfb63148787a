package dev.jonah.appdb.python.format;

/**
 * One header field of METADATA or PKG-INFO.
 *
 * @param name as written; compared without regard to case
 * @param value without blanks around the first line; continuation lines follow line feeds, as they are
 */
public record MetadataField(String name, String value) {
    /** Whether this field has that name, in any case of letters. */
    public boolean is(String wanted) {
        return name.equalsIgnoreCase(wanted);
    }
}
