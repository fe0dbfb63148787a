package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileTree;
import dev.jonah.plugin.Plugin;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every plugin keeps that reads a tree. Extend the contract of your SPI instead.
 *
 * @param <P> the SPI
 * @param <T> what it hands over
 */
public abstract class TreePluginContract<P extends Plugin, T> extends PluginContract<P> {
    TreePluginContract(Class<P> service) {
        super(service);
    }

    /** A tree in which the plugin finds something: small, and with every feature of the format. */
    protected abstract FakeTree fixture();

    abstract void run(P plugin, FileTree tree, Limits limits, CollectedDiagnostics diagnostics, Consumer<T> out)
            throws IOException;

    abstract void checkExpected(List<T> found);

    /** Asserts what must be true of each thing handed over, whatever the input. */
    abstract void checkValid(T found);

    abstract String text(List<T> found);

    /** No evidence, no result and nothing to complain about; nothing is found on the host either. */
    @Test
    public void emptyTreeGivesNothing() {
        Outcome<T> outcome = outcome(FakeTree.empty(), Limits.defaults());
        assertThat(outcome.found()).isEmpty();
        assertThat(outcome.diagnostics().all()).isEmpty();
        assertThat(outcome.failure()).isNull();
    }

    /** The fixture gives what is expected of it. */
    @Test
    public void fixtureGivesTheExpectedResult() {
        Outcome<T> outcome = outcome(fixture(), Limits.defaults());
        assertThat(outcome.failure()).isNull();
        checkExpected(outcome.found());
        outcome.found().forEach(this::checkValid);
    }

    /** A second run, and two at once on one instance, give the same as the first. */
    @Test
    public void repeatedAndConcurrentReadsAreEqual() throws Exception {
        FakeTree tree = fixture();
        P plugin = plugin();
        Callable<String> read =
                () -> text(outcome(plugin, tree, Limits.defaults()).found());
        String first = read.call();
        assertThat(read.call()).isEqualTo(first);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<String> other : threads.invokeAll(List.of(read, read, read, read))) {
                assertThat(other.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Files that end anywhere, with flipped bytes, or one endless line: no unchecked exception, no hang, no flood. */
    @Test
    public void damagedFilesAreSurvived() {
        FakeTree tree = fixture();
        Damage.survives(filesRead(), tree::bytes, (path, bytes) -> check(tree.with(path, bytes), bytes.length));
    }

    /** Something else where a file is expected: a directory, a pipe, a link to nowhere or itself, lost bytes. */
    @Test
    public void otherThingsInPlaceOfFilesAreSurvived() {
        for (ImagePath path : filesRead()) {
            for (FakeTree tree : OddTrees.inPlaceOf(path, fixture())) {
                check(tree, 0);
            }
        }
    }

    /** Where a limit makes results differ, a diagnostic or an exception says so. */
    @Test
    public void limitsLoseNothingInSilence() {
        FakeTree tree = fixture();
        String whole = text(outcome(tree, Limits.defaults()).found());
        for (Limits.Name name : List.of(Limits.Name.LINE_BYTES, Limits.Name.PARSER_BYTES)) {
            for (long value : new long[] {0, 1, 16, 64, 256}) {
                Limits limits = Limits.builder().set(name, value).build();
                Outcome<T> outcome = outcome(tree, limits);
                if (outcome.failure() == null && outcome.diagnostics().isEmpty()) {
                    assertThat(text(outcome.found()))
                            .as("found in silence with %s = %d", name.id(), value)
                            .isEqualTo(whole);
                }
            }
        }
    }

    /** The files whose bytes the plugin reads of the fixture. */
    List<ImagePath> filesRead() {
        ObservedTree observed = ObservedTree.of(fixture());
        outcome(observed, Limits.defaults());
        return List.copyOf(observed.read());
    }

    Outcome<T> outcome(FileTree tree, Limits limits) {
        return outcome(plugin(), tree, limits);
    }

    private void check(FakeTree tree, int bytes) {
        Outcome<T> outcome = outcome(tree, Limits.defaults());
        outcome.found().forEach(this::checkValid);
        outcome.diagnostics().all().forEach(Validity::check);
        assertThat(outcome.found().size())
                .as("results of %d damaged bytes", bytes)
                .isLessThanOrEqualTo(1000 + bytes + tree.fileCount());
    }

    private Outcome<T> outcome(P plugin, FileTree tree, Limits limits) {
        List<T> found = new ArrayList<>();
        CollectedDiagnostics diagnostics = new CollectedDiagnostics();
        try {
            run(plugin, tree, limits, diagnostics, found::add);
            return new Outcome<>(found, diagnostics, null);
        } catch (IOException e) {
            return new Outcome<>(found, diagnostics, e);
        }
    }

    record Outcome<T>(
            List<T> found,
            CollectedDiagnostics diagnostics,
            @Nullable IOException failure) {}
}
