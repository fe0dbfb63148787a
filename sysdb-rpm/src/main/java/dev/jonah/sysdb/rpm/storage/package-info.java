/**
 * The three files in which rpm keeps headers, read as bytes and never written: Berkeley DB, ndb and SQLite. Each reader
 * hands over every header that it can reach and says what it could not. What a header says is read by {@code
 * dev.jonah.sysdb.rpm.format}. Start with {@link dev.jonah.sysdb.rpm.storage.StorageKind}; {@link
 * dev.jonah.sysdb.rpm.storage.SqliteFile} reads any other SQLite database too.
 */
@NullMarked
package dev.jonah.sysdb.rpm.storage;

import org.jspecify.annotations.NullMarked;
