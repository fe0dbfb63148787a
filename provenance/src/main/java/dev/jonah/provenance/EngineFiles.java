package dev.jonah.provenance;

import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.support.LazyPattern;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Explains what container engines and builders leave in images: markers, empty files over which they mount their own, and
 * the marks of lazily pulled layers. A file with content where an empty one should be is not explained.
 */
public final class EngineFiles implements Explainer {
    private static final LazyPattern ANY = LazyPattern.of(".*", Pattern.DOTALL);

    private static final Rules RULES = Rules.of(
            artefact(
                    Format.empty("the mark of a container engine, empty"),
                    "/.dockerenv",
                    "/.dockerinit",
                    "/run/.containerenv"),
            artefact(
                    Format.lines(
                            "what Podman tells of the container",
                            "|(?:engine=\"[\\w.+-]*\"|name=\"[\\w.-]*\"|id=\"[0-9a-f]*\"|imageid=\"[0-9a-f]*\"|rootless=[01]"
                                    + "|image=\"[\\w./:@-]*\"|graphRootMounted=[01])"),
                    "/run/.containerenv"),
            artefact(
                    Format.empty("the place that an engine mounts its own file over, empty"),
                    "/etc/hosts",
                    "/etc/hostname",
                    "/etc/resolv.conf",
                    "/etc/mtab"),
            artefact(
                    Format.lines(
                            "addresses of the machine itself",
                            "\\s*(?:#.*)?|(?:127\\.[0-9.]+|::1|fe00::0?|ff0[02]::[0-3]?)\\s+[\\w.-]+(?:\\s+[\\w.-]+)*\\s*"),
                    "/etc/hosts"),
            artefact(
                    Format.lines("the name of the machine", "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"),
                    "/etc/hostname"),
            artefact(Format.lines("no name servers", "\\s*(?:[#;].*)?"), "/etc/resolv.conf"),
            artefact(
                    Format.exactly("the mark of a layer that is pulled lazily (eStargz)", "0f"),
                    "/.prefetch.landmark",
                    "/.no.prefetch.landmark"),
            new Rule(
                    "engine.stub",
                    Verdict.DERIVED,
                    Rule.Kind.ANY_FILE,
                    FilePattern.below("/proc", "/sys", "/dev"),
                    ANY,
                    Check.format(Format.empty("an empty file below the place of a virtual file system"))));

    /** Called by the service loader. */
    public EngineFiles() {}

    @Override
    public String id() {
        return "jonah.provenance.engine-files";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        RULES.explain(scan, out);
    }

    /** Engines give such files execute bits at times; the content is none that could run. */
    private static Rule artefact(Format format, String... paths) {
        return new Rule(
                "engine.file", Verdict.DERIVED, Rule.Kind.ANY_FILE, FilePattern.path(paths), ANY, Check.format(format));
    }
}
