package dev.jonah.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private record Named(String name, List<String> after) implements Step {
        @Override
        public Record run(StepContext context) {
            return this;
        }
    }

    private static final Step A = new Named("a", List.of());
    private static final Step B = new Named("b", List.of("a"));
    private static final Pipeline BOTH = new Pipeline(List.of(A, B));

    @Test
    void aStepCanBePutBehindOrBeforeAnother() {
        Step c = new Named("c", List.of());
        assertThat(BOTH.insertAfter("a", c).steps()).containsExactly(A, c, B);
        assertThat(BOTH.insertBefore("a", c).steps()).containsExactly(c, A, B);
    }

    @Test
    void aStepCanBeReplacedAndLeftOut() {
        Step other = new Named("a", List.of());
        assertThat(BOTH.replace("a", other).steps()).containsExactly(other, B);
        assertThat(BOTH.without("b").steps()).containsExactly(A);
    }

    @Test
    void aStepMayStandWithoutTheOneItMustComeAfter() {
        assertThat(BOTH.without("a").steps()).containsExactly(B);
    }

    @Test
    void aStepMayNotStandBeforeTheOneItMustComeAfter() {
        assertThatThrownBy(() -> new Pipeline(List.of(B, A)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step b must come after a");
    }

    @Test
    void twoStepsOfOneNameAreRefused() {
        assertThatThrownBy(() -> new Pipeline(List.of(A, A))).hasMessageContaining("two steps are called a");
    }

    @Test
    void aNameThatIsNotThereIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> BOTH.without("z")).hasMessage("there is no step z; there are [a, b]");
    }

    @Test
    void outcomesAreOrderedByKindThenId() {
        PluginOutcome first = new PluginOutcome("z.z", "A", 1, PluginOutcome.Outcome.COMPLETE);
        PluginOutcome second = new PluginOutcome("a.a", "B", 1, PluginOutcome.Outcome.FAILED);
        assertThat(first).isLessThan(second);
        assertThat(new PluginOutcome("a.a", "A", 1, PluginOutcome.Outcome.FAILED))
                .isLessThan(first);
    }
}
