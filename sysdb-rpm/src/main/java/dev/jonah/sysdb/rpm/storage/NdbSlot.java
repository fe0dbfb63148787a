package dev.jonah.sysdb.rpm.storage;

/**
 * Where a header lies in an ndb database.
 *
 * @param number number of the header
 * @param offset first byte
 * @param length bytes that are kept for it
 */
record NdbSlot(long number, long offset, long length) {}
