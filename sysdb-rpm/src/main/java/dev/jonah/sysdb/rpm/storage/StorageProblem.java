package dev.jonah.sysdb.rpm.storage;

/**
 * Something in a database that could not be read, or not be trusted. What was handed over before and after it counts.
 *
 * @param code stable, dotted: {@code rpm.storage.page}
 * @param message for people: what, and where in the file
 */
public record StorageProblem(String code, String message) {}
