package dev.jonah.sysdb.rpm.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the files beside a database of rpm must look like, by their names. */
final class DatabaseFormat {
    /** The files that hold headers. */
    static final List<String> DATABASES = List.of("Packages", "Packages.db", "rpmdb.sqlite");

    private static final int HEAD = 512;
    private static final int PAGE = 4096;
    // The magic number of a Berkeley DB environment.
    private static final int REGION = 0x120897;
    private static final int HASH = 0x061561;
    private static final int BTREE = 0x053162;
    private static final int NDB = 0x506d7052;
    private static final int NDB_INDEX = 0x586d7052;
    private static final List<String> REGIONS = List.of("__db.001", "__db.002", "__db.003", "__db.004", "__db.005");
    private static final List<String> LOCKS =
            List.of(".rpm.lock", ".dbenv.lock", ".dbenv.Lock", ".migratedb", ".rebuilddb");
    private static final List<String> INDEXES =
            List.of(("Name Basenames Providename Requirename Dirnames Sha1header Sigmd5"
                            + " Installtid Group Conflictname Obsoletename Triggername Filetriggername Transfiletriggername"
                            + " Recommendname Suggestname Supplementname Enhancename Filedigests Filemd5s Pubkeys Provideversion"
                            + " Requireversion Packagecolor Nvra Sourcepkgid Filepaths Seqno")
                    .split(" "));

    private DatabaseFormat() {}

    static List<String> names() {
        return Stream.of(
                        INDEXES,
                        REGIONS,
                        LOCKS,
                        DATABASES,
                        List.of("Index.db", "rpmdb.sqlite-wal", "rpmdb.sqlite-shm", "rpmdb.sqlite-journal"))
                .flatMap(List::stream)
                .toList();
    }

    /** What the file is, for a person; null if its content is not of the format that its name promises. */
    static @Nullable String check(FileEntry file, FileTree tree) throws IOException {
        String name = file.path().fileName();
        byte[] bytes = Plain.head(file, HEAD);
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (LOCKS.contains(name)) {
            return bytes.length == 0 ? "a lock of rpm, empty" : null;
        }
        if (REGIONS.contains(name)) {
            return region(file, tree) ? "shared memory of Berkeley DB, left by rpm" : null;
        }
        return switch (name) {
            case "rpmdb.sqlite" -> SqliteFiles.isDatabase(bytes) ? "rpm's database (SQLite)" : null;
            case "rpmdb.sqlite-wal" -> SqliteFiles.isLog(bytes) ? "the log of rpm's database" : null;
            case "rpmdb.sqlite-shm" -> SqliteFiles.isSharedMemory(bytes, file.size()) ? "the index of that log" : null;
            case "rpmdb.sqlite-journal" -> SqliteFiles.isJournal(bytes) ? "the journal of rpm's database" : null;
            case "Packages.db" -> isNumber(head, 0, NDB) ? "rpm's database (ndb)" : null;
            case "Index.db" -> isNumber(head, 0, NDB_INDEX) ? "an index of rpm's database (ndb)" : null;
            default -> isBerkeley(head, file.size()) ? "rpm's database or an index of it (Berkeley DB)" : null;
        };
    }

    private static boolean isBerkeley(ByteBuffer head, long size) {
        if (head.limit() < HEAD) {
            return false;
        }
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            int magic = head.order(order).getInt(12);
            int page = head.getInt(20);
            if (magic == HASH || magic == BTREE) {
                return page >= 512 && page <= 1 << 16 && Integer.bitCount(page) == 1 && size % page == 0;
            }
        }
        return false;
    }

    /** Only the first of these files has a magic number; the others have whole pages and stand beside it. */
    private static boolean region(FileEntry file, FileTree tree) throws IOException {
        ImagePath directory = file.path().parent();
        FileEntry first = directory == null
                ? null
                : tree.find(directory.resolve(REGIONS.get(0))).orElse(null);
        if (first == null || !Plain.isPlain(first) || file.size() % PAGE != 0) {
            return false;
        }
        byte[] own = Plain.head(file, 4);
        boolean program = own.length == 4 && own[0] == 0x7f && own[1] == 'E' || own.length > 1 && own[0] == '#';
        ByteBuffer head = ByteBuffer.wrap(Plain.head(first, HEAD)).order(ByteOrder.LITTLE_ENDIAN);
        boolean found = false;
        for (int at = 0; at + 4 <= head.limit(); at += 4) {
            found |= isNumber(head, at, REGION) || isNumber(head, at, Integer.reverseBytes(REGION));
        }
        return found && !program;
    }

    private static boolean isNumber(ByteBuffer head, int at, int number) {
        return head.limit() >= at + 4 && head.getInt(at) == number;
    }
}
