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

    void add(String given, String message) {
        if (count <= MOST) {
            String code = count < MOST ? given : "rpm.storage.problems";
            sink.accept(new StorageProblem(code, count < MOST ? message : "and more like these"));
            count++;
        }
    }
}
