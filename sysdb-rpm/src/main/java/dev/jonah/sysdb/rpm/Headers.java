package dev.jonah.sysdb.rpm;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.sysdb.rpm.format.RpmFormatException;
import dev.jonah.sysdb.rpm.format.RpmHeader;
import dev.jonah.sysdb.rpm.format.RpmPackage;
import dev.jonah.sysdb.rpm.storage.BerkeleyDatabase;
import dev.jonah.sysdb.rpm.storage.HeaderSink;
import dev.jonah.sysdb.rpm.storage.NdbDatabase;
import dev.jonah.sysdb.rpm.storage.SqliteDatabase;
import dev.jonah.sysdb.rpm.storage.StorageKind;
import dev.jonah.sysdb.rpm.storage.StorageProblem;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the headers of one database file, whatever its kind. */
final class Headers {
    private final DatabaseFile database;
    private final PackageScan scan;
    private final Consumer<RpmPackage> out;

    private Headers(DatabaseFile database, PackageScan scan, Consumer<RpmPackage> out) {
        this.database = database;
        this.scan = scan;
        this.out = out;
    }

    /**
     * Hands over every header that can be read.
     *
     * @throws IOException if there are more that cannot be reached
     */
    static void read(DatabaseFile database, PackageScan scan, Consumer<RpmPackage> out) throws IOException {
        new Headers(database, scan, out).read();
    }

    private void read() throws IOException {
        FileEntry file = database.file();
        ImagePath path = database.path();
        if (file == null) {
            scan.diagnostics().warning("rpm.database.not-a-file", path, "no regular file where rpm keeps its database");
            return;
        }
        Content content = file.content();
        if (content == null) {
            throw new IOException("the layer does not hold its bytes");
        }
        scan.limits().check(Limits.Name.PARSER_BYTES, content.size(), path.toString());
        StorageKind kind = StorageKind.of(content.head(StorageKind.HEAD));
        if (kind == null) {
            String message = content.size() == 0 ? "it is empty" : "it is no database of rpm, by its first bytes";
            scan.diagnostics().error("rpm.database.unknown", path, message);
            return;
        }
        try (SeekableByteChannel in = content.openChannel()) {
            read(kind, in);
        }
    }

    private void read(StorageKind kind, SeekableByteChannel in) throws IOException {
        long largest = scan.limits().get(Limits.Name.PARSER_BYTES);
        HeaderSink sink = this::accept;
        Consumer<StorageProblem> problems = problem -> report(problem, database.path(), scan.diagnostics());
        switch (kind) {
            case BERKELEY -> BerkeleyDatabase.read(in, largest, sink, problems);
            case NDB -> NdbDatabase.read(in, largest, sink, problems);
            case SQLITE -> {
                try (SeekableByteChannel log = log()) {
                    SqliteDatabase.read(in, log, largest, sink, problems);
                }
            }
        }
    }

    /** The write-ahead log beside an SQLite database, or null. */
    private @Nullable SeekableByteChannel log() throws IOException {
        FileEntry file = scan.tree().resolveFile(database.beside("-wal")).orElse(null);
        Content content = file == null ? null : file.content();
        if (content == null) {
            return null;
        }
        scan.limits()
                .check(
                        Limits.Name.PARSER_BYTES,
                        content.size(),
                        database.beside("-wal").toString());
        return content.openChannel();
    }

    private void accept(long number, byte[] blob) {
        try {
            out.accept(new RpmPackage(RpmHeader.read(blob)));
        } catch (RpmFormatException e) {
            String message = "the package at number " + number + " cannot be read: " + e.getMessage();
            scan.diagnostics().error("rpm.header.unreadable", database.path(), message);
        }
    }

    private static void report(StorageProblem problem, ImagePath path, Diagnostics diagnostics) {
        String message = problem.message();
        switch (problem.code()) {
            case "rpm.storage.log" -> diagnostics.error("rpm.storage.log", path, message);
            case "rpm.storage.checksum" -> diagnostics.warning("rpm.storage.checksum", path, message);
            case "rpm.storage.record" -> diagnostics.error("rpm.storage.record", path, message);
            case "rpm.storage.problems" -> diagnostics.error("rpm.storage.problems", path, message);
            default -> diagnostics.error("rpm.storage.page", path, message);
        }
    }
}
