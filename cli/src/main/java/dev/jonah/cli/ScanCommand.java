package dev.jonah.cli;

import dev.jonah.Jonah;
import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.Image;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.result.ScanResult;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** {@code jonah scan}. */
final class ScanCommand implements Subcommand {
    @Override
    public String name() {
        return "scan";
    }

    @Override
    public String description() {
        return "Account for every file of a container image.";
    }

    @Override
    public String[] examples() {
        return new String[] {"Example: jonah scan alpine.tar -o summary -o json=alpine.json"};
    }

    @Override
    public OptionList options() {
        return OptionList.ofScan()
                .values("FORMAT[=FILE]", "summary (default) or json; repeatable.", "-o", "--output")
                .values("LIST", "Compute for every file: sha256,sha1,md5.", "--digest")
                .values("LIST", "Exit with 1 if there are: modified,missing,…", "--fail-on");
    }

    @Override
    public int run(Terminal terminal, Arguments arguments) throws IOException {
        FailOn failOn = FailOn.parse(arguments.list("--fail-on"));
        try (Session session = new Session(terminal, arguments, settings(arguments))) {
            List<OutputTarget> targets = OutputTarget.parse(arguments.values("--output"), session.writers());
            try (Image opened = session.open()) {
                ScanResult result = session.jonah().scan(opened);
                session.endProgress();
                if (arguments.flag("--strict")) {
                    refuseIncomplete(result);
                }
                for (OutputTarget target : targets) {
                    write(target, result, terminal);
                }
                if (!arguments.flag("--quiet")) {
                    Warnings.print(terminal, result.diagnostics(), "; see them all with -o json");
                }
                return failOn.holds(result)
                        ? ExitStatus.CONDITION
                        : result.complete() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
            }
        }
    }

    private static UnaryOperator<Jonah.Builder> settings(Arguments arguments) {
        List<Digest.Algorithm> digests = algorithms(arguments.list("--digest"));
        UnaryOperator<Jonah.Builder> keys = PublicKeys.of(arguments);
        return builder -> keys.apply(builder).digests(digests);
    }

    private static List<Digest.Algorithm> algorithms(List<String> names) {
        List<Digest.Algorithm> algorithms = new ArrayList<>();
        for (String name : names) {
            Digest.Algorithm algorithm = Digest.Algorithm.byId(name);
            if (algorithm == null) {
                throw new UsageException("--digest: there is no algorithm '" + name
                        + "'; there are "
                        + Arrays.stream(Digest.Algorithm.values())
                                .map(Digest.Algorithm::id)
                                .collect(Collectors.joining(", ")));
            }
            if (!algorithms.contains(algorithm)) {
                algorithms.add(algorithm);
            }
        }
        return algorithms;
    }

    private static void refuseIncomplete(ScanResult result) throws UnreadableImageException {
        if (!result.complete()) {
            List<Diagnostic> diagnostics = result.diagnostics();
            throw new UnreadableImageException(
                    (diagnostics.isEmpty()
                                    ? "the image is not complete"
                                    : diagnostics.get(0).message()) + " (refused because of --strict)");
        }
    }

    /** Whoever closes standard output has seen enough; the other outputs and the exit status are as ever. */
    private static void write(OutputTarget target, ScanResult result, Terminal terminal) throws OutputException {
        OutputTarget chosen = target.file() == null && target.writer() instanceof SummaryWriter
                ? new OutputTarget(new SummaryWriter(terminal.columns(), terminal.isColoured()), null)
                : target;
        try {
            chosen.write(result, terminal);
        } catch (OutputException e) {
            if (target.file() != null || !e.isClosedByReader()) {
                throw e;
            }
        }
    }
}
