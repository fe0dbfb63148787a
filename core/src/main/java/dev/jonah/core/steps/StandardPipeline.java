package dev.jonah.core.steps;

import dev.jonah.core.run.PluginSet;
import dev.jonah.distro.DistroDetector;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.pipeline.Pipeline;
import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.util.List;

/** The steps that every scan has unless somebody changes them. */
public final class StandardPipeline {
    private StandardPipeline() {}

    /** With these plugins; {@code digests} are computed of every file, {@code publicKeys} trusted beside those found. */
    public static Pipeline of(PluginSet plugins, List<Digest.Algorithm> digests, List<RawText> publicKeys) {
        return new Pipeline(List.of(
                new Index(),
                new DetectDistro(plugins.all(DistroDetector.class)),
                new ReadDatabases(plugins.all(PackageDatabase.class), publicKeys, true),
                new ParseManifests(plugins.all(ManifestParser.class), publicKeys),
                new JoinClaims(),
                new VerifyClaims(),
                new FindCopies(),
                new Explain(plugins.all(Explainer.class)),
                new ComputeDigests(digests),
                new FindSignals(plugins.all(SignalFinder.class)),
                new CloseBooks()));
    }
}
