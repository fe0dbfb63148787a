package dev.jonah.core.run;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.diagnostic.DiagnosticCollector;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Image;
import dev.jonah.pipeline.Pipeline;
import dev.jonah.pipeline.PluginOutcome;
import dev.jonah.pipeline.ScanListener;
import dev.jonah.pipeline.Step;
import dev.jonah.plugin.PluginLoader;
import dev.jonah.support.Tasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One run of a pipeline over one image. Used by one thread, once. */
public final class PipelineRun {
    private final Image image;
    private final Pipeline pipeline;
    private final Limits limits;
    private final Tasks tasks;
    private final ScanListener listener;
    private final List<Diagnostic> before = new ArrayList<>();
    private final Map<Class<?>, Made> madeFromFacts = new HashMap<>();
    private UnaryOperator<StepOutput> afterEach = UnaryOperator.identity();

    /** A run that has not begun. */
    public PipelineRun(Image image, Pipeline pipeline, Limits limits, Tasks tasks, ScanListener listener) {
        this.image = image;
        this.pipeline = pipeline;
        this.limits = limits;
        this.tasks = tasks;
        this.listener = listener;
    }

    /** Puts what {@code operator} makes of each step's output in its place before the next step begins. */
    public PipelineRun afterEach(UnaryOperator<StepOutput> operator) {
        afterEach = operator;
        return this;
    }

    /** Notes a plugin that could not be used. */
    public void report(PluginLoader.Failure failure) {
        before.add(PluginSet.diagnostic(failure));
    }

    /** Runs every step. Errors as those of the steps. */
    public List<StepOutput> execute() throws IOException {
        List<StepOutput> outputs = new ArrayList<>();
        outputs.add(new StepOutput("plugins", 1, new Nothing(), before, List.of()));
        int number = 0;
        for (Step step : pipeline.steps()) {
            listener.stepBegins(step.name(), ++number, pipeline.steps().size());
            Context context = new Context(outputs);
            Record facts = step.run(context);
            outputs.add(afterEach.apply(new StepOutput(
                    step.name(), step.version(), facts, context.diagnostics.toList(), context.outcomes)));
        }
        return outputs;
    }

    /** What was made when there were so many facts of the kinds that it is made from. */
    private record Made(long facts, Object value) {}

    /** The facts of something that found out none. */
    record Nothing() {}

    private final class Context implements Derived {
        private final List<StepOutput> outputs;
        private final DiagnosticCollector diagnostics = new DiagnosticCollector(limits, null);
        private final List<PluginOutcome> outcomes = new ArrayList<>();

        Context(List<StepOutput> outputs) {
            this.outputs = outputs;
        }

        @Override
        public Image image() {
            return image;
        }

        @Override
        public <F extends Record> List<F> facts(Class<F> type) {
            return outputs.stream()
                    .map(StepOutput::facts)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        @Override
        public <T> T derived(Class<T> type, Set<Class<? extends Record>> from, Supplier<T> maker) {
            long facts = outputs.stream()
                    .filter(output -> from.contains(output.facts().getClass()))
                    .count();
            Made made = madeFromFacts.get(type);
            if (made == null || made.facts != facts) {
                made = new Made(facts, maker.get());
                madeFromFacts.put(type, made);
            }
            return type.cast(made.value);
        }

        @Override
        public Limits limits() {
            return limits;
        }

        @Override
        public Tasks tasks() {
            return tasks;
        }

        @Override
        public Diagnostics diagnostics() {
            return diagnostics;
        }

        @Override
        public void outcome(PluginOutcome outcome) {
            outcomes.add(outcome);
        }

        @Override
        public void progress(long done, long total) {
            listener.progress(done, total);
        }
    }
}
