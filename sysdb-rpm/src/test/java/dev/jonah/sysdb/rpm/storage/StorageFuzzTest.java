package dev.jonah.sysdb.rpm.storage;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Any bytes give headers, problems or an error; never anything else, and never more than there is. */
class StorageFuzzTest {
    @FuzzTest
    void berkeley(byte[] data) {
        check(
                data,
                Fixtures.outcome(
                        (out, problems) -> BerkeleyDatabase.read(Fixtures.channel(data), 1 << 20, out, problems)));
    }

    @FuzzTest
    void ndb(byte[] data) {
        check(
                data,
                Fixtures.outcome((out, problems) -> NdbDatabase.read(Fixtures.channel(data), 1 << 20, out, problems)));
    }

    @FuzzTest
    void sqlite(byte[] data) {
        check(
                data,
                Fixtures.outcome(
                        (out, problems) -> SqliteDatabase.read(Fixtures.channel(data), null, 1 << 20, out, problems)));
    }

    /** The log begins after the first two pages. */
    @FuzzTest
    void sqliteWithLog(byte[] data) {
        int end = Math.min(1024, data.length);
        byte[] log = Arrays.copyOfRange(data, end, data.length);
        check(
                data,
                Fixtures.outcome((out, problems) -> SqliteDatabase.read(
                        Fixtures.channel(Arrays.copyOf(data, end)), Fixtures.channel(log), 1 << 20, out, problems)));
    }

    private static void check(byte[] data, Fixtures.Outcome outcome) {
        long size =
                outcome.headers().values().stream().mapToLong(String::length).sum();
        if (size > 2L * data.length) {
            throw new IllegalStateException(size + " bytes of headers in " + data.length);
        }
    }
}
