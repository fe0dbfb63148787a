package dev.jonah.sysdb.rpm.signature;

import java.util.List;

/**
 * A key that signatures can be checked with.
 *
 * @param id last 16 hexadecimal digits of a fingerprint of version 4
 * @param fingerprint of the key in lower-case hexadecimal
 * @param names whom it says to belong to; those of the primary key for subkeys
 * @param created seconds since 1970
 * @param primary whether it is a primary key
 * @param origin where it was found, for people
 */
public record KnownKey(
        String id, String fingerprint, List<String> names, long created, boolean primary, String origin) {
    /** Copies the list. */
    public KnownKey {
        names = List.copyOf(names);
    }
}
