package dev.jonah.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TasksTest {
    private static ExecutorService pool;

    @BeforeAll
    static void startPool() {
        pool = Executors.newFixedThreadPool(4);
    }

    @AfterAll
    static void stopPool() {
        pool.shutdownNow();
    }

    @Test
    void oneThreadWorksInOrder() throws IOException {
        List<Integer> order = new ArrayList<>();
        Tasks.sequential().run(5, order::add);
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
        assertThat(Tasks.sequential().threads()).isEqualTo(1);
    }

    @Test
    void everyPieceIsDoneExactlyOnce() throws IOException {
        for (int round = 0; round < 500; round++) {
            AtomicIntegerArray done = new AtomicIntegerArray(50);
            Tasks.on(pool, 4).run(50, done::incrementAndGet);
            for (int i = 0; i < 50; i++) {
                assertThat(done.get(i)).as("piece %d", i).isEqualTo(1);
            }
        }
    }

    @Test
    void nothingToDoIsDoneAtOnce() throws IOException {
        Tasks.on(pool, 4).run(0, index -> {
            throw new IOException("never");
        });
    }

    @Test
    void noMoreThreadsWorkThanAllowed() throws IOException {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Tasks.on(pool, 2).run(200, index -> {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            Thread.yield();
            working.decrementAndGet();
        });
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void theFailureOfTheLowestIndexIsThrownEachTime() {
        for (int round = 0; round < 500; round++) {
            assertThatThrownBy(() -> Tasks.on(pool, 4).run(40, index -> {
                        if (index >= 3) {
                            throw new IOException("piece " + index);
                        }
                        Thread.yield();
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("piece 3");
        }
    }

    @Test
    void allPiecesHaveEndedWhenAFailureIsThrown() {
        for (int round = 0; round < 200; round++) {
            AtomicInteger working = new AtomicInteger();
            assertThatThrownBy(() -> Tasks.on(pool, 4).run(40, index -> {
                        working.incrementAndGet();
                        try {
                            Thread.yield();
                            throw new IOException("piece " + index);
                        } finally {
                            working.decrementAndGet();
                        }
                    }))
                    .isInstanceOf(IOException.class);
            assertThat(working).hasValue(0);
        }
    }

    @Test
    void uncheckedFailuresAndErrorsKeepTheirType() {
        assertThatThrownBy(() -> Tasks.on(pool, 4).run(8, index -> {
                    throw new IllegalStateException("x");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Tasks.sequential().run(1, index -> {
                    throw new StackOverflowError("x");
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void anExecutorThatNeverRunsAnythingBlocksNothing() throws IOException {
        List<Runnable> late = new ArrayList<>();
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        Tasks.on(late::add, 4).run(5, done::add);
        assertThat(done).containsExactly(0, 1, 2, 3, 4);
        late.forEach(Runnable::run);
        assertThat(done).as("work done after the end").hasSize(5);
    }

    @Test
    void anExecutorThatRejectsBlocksNothing() throws IOException {
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };
        List<Integer> done = new ArrayList<>();
        Tasks.on(full, 4).run(3, done::add);
        assertThat(done).containsExactly(0, 1, 2);
    }

    @Test
    void anExecutorThatRunsOnTheCallerIsFine() throws IOException {
        List<Integer> done = new ArrayList<>();
        Tasks.on(Runnable::run, 4).run(3, done::add);
        assertThat(done).containsExactly(0, 1, 2);
    }

    @Test
    void nestedWorkOnABusyPoolEnds() throws IOException {
        AtomicInteger done = new AtomicInteger();
        Tasks tasks = Tasks.on(pool, 4);
        tasks.run(8, outer -> tasks.run(8, inner -> tasks.run(4, innermost -> done.incrementAndGet())));
        assertThat(done).hasValue(8 * 8 * 4);
    }

    @Test
    void anInterruptIsKeptAndTheWorkIsFinished() throws IOException {
        AtomicInteger done = new AtomicInteger();
        Thread.currentThread().interrupt();
        Tasks.on(pool, 4).run(100, index -> {
            Thread.onSpinWait();
            done.incrementAndGet();
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).hasValue(100);
    }

    @Test
    void atLeastOneThreadIsNeeded() {
        assertThatThrownBy(() -> Tasks.on(pool, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
