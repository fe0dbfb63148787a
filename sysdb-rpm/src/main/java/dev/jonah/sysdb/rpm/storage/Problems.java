package dev.jonah.sysdb.rpm.storage;

import java.util.function.Consumer;

/** Passes problems on, up to a number that a person might read. */
final class Problems {
    private static final int MOST = 50;

    private final Consumer<StorageProblem> sink;
    private int count;

    Problems(Consumer<StorageProblem> sink) {
        this.sink = sink;
    }

    void add(String code, String message) {
        if (count++ < MOST) {
            sink.accept(new StorageProblem(code, message));
        } else if (count == MOST + 1) {
            sink.accept(new StorageProblem("rpm.storage.problems", "and more like these"));
        }
    }
}
