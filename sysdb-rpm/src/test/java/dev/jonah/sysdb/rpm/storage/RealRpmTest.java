package dev.jonah.sysdb.rpm.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.sysdb.rpm.format.RpmHeader;
import dev.jonah.sysdb.rpm.format.RpmPackage;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with {@code rpm -qa} over a database that the installed rpm made, and over the same one as a Berkeley DB. */
class RealRpmTest {
    private static final int COUNT = 12;

    @TempDir
    Path directory;

    @Test
    void theHeadersAreThoseThatRpmNames() throws IOException {
        RealTool rpm = RealTool.named("rpm");
        Path database = install(rpm);
        Map<Long, byte[]> headers = new TreeMap<>();
        try (FileChannel channel = FileChannel.open(database.resolve("rpmdb.sqlite"))) {
            SqliteDatabase.read(channel, null, 1 << 20, headers::put, RealRpmTest::fail);
        }
        assertThat(names(headers)).hasSize(COUNT).containsExactlyInAnyOrderElementsOf(names(rpm, database));
    }

    @Test
    void theHeadersOfBerkeleyDatabasesAreThoseThatRpmNames() throws IOException {
        RealTool load = RealTool.named("db5.3_load");
        RealTool rpm = RealTool.named("rpm");
        Map<Long, byte[]> headers = new TreeMap<>();
        try (FileChannel channel = FileChannel.open(install(rpm).resolve("rpmdb.sqlite"))) {
            SqliteDatabase.read(channel, null, 1 << 20, headers::put, RealRpmTest::fail);
        }
        for (String kind : List.of("hash", "btree")) {
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                for (int pageSize = 512; pageSize <= 65536; pageSize *= 2) {
                    Path database = Files.createDirectories(directory.resolve(kind + order + pageSize));
                    Path file = database.resolve("Packages");
                    Path dump = Files.write(database.resolve("dump"), dump(headers, kind, order, pageSize));
                    load.run("-f", dump.toString(), file.toString()).succeeded();
                    Map<Long, byte[]> found = new TreeMap<>();
                    try (FileChannel channel = FileChannel.open(file)) {
                        BerkeleyDatabase.read(channel, 1 << 20, found::put, RealRpmTest::fail);
                    }
                    assertThat(found).as(database.toString()).containsExactlyEntriesOf(headers);
                    assertThat(names(found)).containsExactlyInAnyOrderElementsOf(names(rpm, database, "bdb_ro"));
                }
            }
        }
    }

    private Path install(RealTool rpm) throws IOException {
        RealTool build = RealTool.named("rpmbuild");
        Path database = directory.resolve("database");
        List<String> install = new ArrayList<>(List.of("--dbpath", database.toString(), "--nodeps", "--justdb", "-i"));
        List<String> specs = new ArrayList<>(List.of("--define", "_topdir " + directory, "-bb"));
        for (int i = 0; i < COUNT; i++) {
            String text = """
                    Name: package%d
                    Version: 1.%d
                    Release: 2
                    Summary: x
                    License: MIT
                    BuildArch: noarch
                    %%description
                    %s
                    %%files
                    """.formatted(i, i, "long text ".repeat(i * i * 100));
            specs.add(Files.writeString(directory.resolve("p" + i + ".spec"), text)
                    .toString());
            install.add(directory
                    .resolve("RPMS/noarch/package" + i + "-1." + i + "-2.noarch.rpm")
                    .toString());
        }
        build.run(specs.toArray(String[]::new)).succeeded();
        rpm.run(install.toArray(String[]::new)).succeeded();
        return database;
    }

    private static byte[] dump(Map<Long, byte[]> headers, String kind, ByteOrder order, int pageSize) {
        StringBuilder dump =
                new StringBuilder("VERSION=3\nformat=bytevalue\ntype=" + kind + "\ndb_pagesize=" + pageSize);
        dump.append("\ndb_lorder=")
                .append(order == ByteOrder.BIG_ENDIAN ? 4321 : 1234)
                .append("\nHEADER=END\n");
        row(
                dump,
                0,
                order,
                ByteBuffer.allocate(4).order(order).putInt(headers.size()).array());
        headers.forEach((number, blob) -> row(dump, number, order, blob));
        return dump.append("DATA=END\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void row(StringBuilder dump, long number, ByteOrder order, byte[] value) {
        byte[] key = ByteBuffer.allocate(4).order(order).putInt((int) number).array();
        HexFormat hex = HexFormat.of();
        dump.append(' ')
                .append(hex.formatHex(key))
                .append("\n ")
                .append(hex.formatHex(value))
                .append('\n');
    }

    private static List<String> names(Map<Long, byte[]> headers) throws IOException {
        List<String> names = new ArrayList<>();
        for (byte[] header : headers.values()) {
            names.add(String.valueOf(new RpmPackage(RpmHeader.read(header)).name()));
        }
        return names;
    }

    private static List<String> names(RealTool rpm, Path database, String... backend) throws IOException {
        List<String> query = new ArrayList<>(List.of("--dbpath", database.toString(), "-qa", "--qf", "%{NAME}\n"));
        for (String each : backend) {
            query.addAll(List.of("--define", "_db_backend " + each));
        }
        return rpm.run(query.toArray(String[]::new)).succeeded().lines().toList();
    }

    private static void fail(StorageProblem problem) {
        throw new AssertionError(problem);
    }
}
