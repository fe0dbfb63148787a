package dev.jonah.sysdb.rpm.storage;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes give headers, problems or an error; never anything else. */
class StorageFuzzTest {
    @FuzzTest
    void berkeley(byte[] data) {
        Fixtures.outcome((out, problems) -> BerkeleyDatabase.read(Fixtures.channel(data), 1 << 20, out, problems));
    }

    @FuzzTest
    void ndb(byte[] data) {
        Fixtures.outcome((out, problems) -> NdbDatabase.read(Fixtures.channel(data), 1 << 20, out, problems));
    }

    @FuzzTest
    void sqlite(byte[] data) {
        Fixtures.outcome(
                (out, problems) -> SqliteDatabase.read(Fixtures.channel(data), null, 1 << 20, out, problems));
    }
}
