package dev.jonah.sysdb.rpm.format;

/**
 * One entry of a header's index.
 *
 * @param tag what it is about; see {@link RpmTag}
 * @param type what its data is
 * @param offset where its data begins, in bytes from the start of the header's data
 * @param count how many values there are
 * @param length bytes that the values take, the NUL bytes of strings included
 */
public record RpmEntry(int tag, RpmType type, int offset, int count, int length) {}
