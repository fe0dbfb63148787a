package dev.jonah.core.steps;

import dev.jonah.core.run.PluginCall;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.distro.DistroDetector;
import dev.jonah.image.FileTree;
import dev.jonah.pipeline.DistroFacts;
import dev.jonah.pipeline.DistroFacts.Opinion;
import dev.jonah.pipeline.Step;
import dev.jonah.pipeline.StepContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Asks all detectors, keeps every opinion, and chooses the surest. */
final class DetectDistro implements Step {
    private final List<DistroDetector> detectors;

    DetectDistro(List<DistroDetector> detectors) {
        this.detectors = detectors;
    }

    @Override
    public String name() {
        return "distro";
    }

    @Override
    public List<String> after() {
        return List.of("index");
    }

    @Override
    public DistroFacts run(StepContext context) throws IOException {
        List<Opinion> opinions = new ArrayList<>();
        for (DistroDetector detector : detectors) {
            PluginCall call = new PluginCall(detector, DistroDetector.class, context.limits());
            call.run(
                    null,
                    () -> detector.detect(new Scan(context, call), distro -> {
                        call.reported();
                        opinions.add(new Opinion(detector.id(), distro));
                    }));
            call.noticed().forEach(context.diagnostics()::report);
            context.outcome(call.outcome());
        }
        Opinion chosen = opinions.stream()
                .min(Comparator.comparing(opinion -> opinion.distro().confidence()))
                .orElse(null);
        return new DistroFacts(chosen, opinions);
    }

    private record Scan(StepContext context, PluginCall call) implements DistroDetector.Scan {
        @Override
        public FileTree tree() {
            return context.image().tree();
        }

        @Override
        public Limits limits() {
            return context.limits();
        }

        @Override
        public Diagnostics diagnostics() {
            return call.diagnostics();
        }
    }
}
