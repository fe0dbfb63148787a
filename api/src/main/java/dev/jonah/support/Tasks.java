package dev.jonah.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Runs independent pieces of work on the caller's thread and, if it lends an executor, on that too. The calling thread
 * always works itself, so that a full or busy executor slows work down and never blocks it.
 */
public final class Tasks {
    private final @Nullable Executor executor;
    private final int threads;

    private Tasks(@Nullable Executor executor, int threads) {
        this.executor = executor;
        this.threads = threads;
    }

    /** Everything on the calling thread. */
    public static Tasks sequential() {
        return new Tasks(null, 1);
    }

    /**
     * On the calling thread and on up to {@code threads - 1} of the executor.
     *
     * @throws IllegalArgumentException if {@code threads} is less than 1
     */
    public static Tasks on(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
        return new Tasks(executor, threads);
    }

    /** How many threads may work at once. */
    public int threads() {
        return threads;
    }

    /** Work that may fail as reading does. */
    @FunctionalInterface
    public interface Work {
        /** Does piece number {@code index}. */
        void run(int index) throws IOException;
    }

    /**
     * Runs {@code work} for each index below {@code count}, in order where there is one thread.
     *
     * @throws IOException what the work of the lowest failing index threw; the other pieces have ended by then, those not
     *     yet begun at the failure may have been left out
     */
    public void run(int count, Work work) throws IOException {
        int helpers = Math.min(threads, count) - 1;
        AtomicInteger next = new AtomicInteger();
        AtomicReferenceArray<@Nullable Throwable> failures = new AtomicReferenceArray<>(Math.max(count, 1));
        Runnable loop = () -> {
            int index;
            while ((index = next.getAndIncrement()) < count) {
                try {
                    work.run(index);
                } catch (Throwable e) {
                    failures.set(index, e);
                    next.set(count);
                }
            }
        };
        List<Helper> started = new ArrayList<>();
        for (int i = 0; executor != null && i < helpers; i++) {
            Helper helper = new Helper(loop);
            try {
                executor.execute(helper);
                started.add(helper);
            } catch (RejectedExecutionException e) {
                break;
            }
        }
        loop.run();
        started.forEach(Helper::endOrNeverBegin);
        rethrowFirst(failures, count);
    }

    private static void rethrowFirst(AtomicReferenceArray<@Nullable Throwable> failures, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Throwable failure = failures.get(i);
            if (failure instanceof IOException e) {
                throw e;
            } else if (failure instanceof RuntimeException e) {
                throw e;
            } else if (failure instanceof Error e) {
                throw e;
            } else if (failure != null) {
                throw new IOException(failure);
            }
        }
    }

    /** The loop on a lent thread: either it begins before the caller is done, or never. */
    private static final class Helper implements Runnable {
        private final Runnable loop;
        private final AtomicBoolean claimed = new AtomicBoolean();
        private final CountDownLatch done = new CountDownLatch(1);

        Helper(Runnable loop) {
            this.loop = loop;
        }

        @Override
        public void run() {
            if (claimed.compareAndSet(false, true)) {
                try {
                    loop.run();
                } finally {
                    done.countDown();
                }
            }
        }

        void endOrNeverBegin() {
            if (claimed.compareAndSet(false, true)) {
                return;
            }
            boolean interrupted = false;
            while (true) {
                try {
                    done.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
