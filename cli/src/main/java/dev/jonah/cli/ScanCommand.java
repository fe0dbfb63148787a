package dev.jonah.cli;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.Image;
import dev.jonah.image.UnreadableImageException;
import dev.jonah.result.ResultWriter;
import dev.jonah.result.ScanResult;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jonah scan}. */
@Command(
        name = "scan",
        description = "Account for every file of a container image.",
        footer = {"", "Example: jonah scan alpine.tar -o summary -o json=alpine.json", Subcommand.VARIABLES})
final class ScanCommand extends ImageCommand {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description = "summary (default) or json; repeatable.")
    List<String> outputs = new ArrayList<>();

    @Option(names = "--digest", paramLabel = "LIST", split = ",", hideParamSyntax = true, description = "Compute for every file: sha256,sha1,md5.")
    List<String> digests = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "LIST",
            split = ",",
            hideParamSyntax = true,
            description = "Exit with 1 if there are: modified,missing,…")
    List<String> conditions = new ArrayList<>();

    ScanCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run() throws IOException {
        FailOn failOn = FailOn.parse(conditions);
        try (Session session = new Session(this, algorithms())) {
            List<OutputTarget> targets =
                    OutputTarget.parse(outputs, session.jonah().plugins(ResultWriter.class));
            try (Image opened = session.open()) {
                ScanResult result = session.jonah().scan(opened);
                session.endProgress();
                refuseIncomplete(result);
                for (OutputTarget target : targets) {
                    write(target, result);
                }
                if (!quiet) {
                    Warnings.print(terminal, result.diagnostics(), "; see them all with -o json");
                }
                return failOn.holds(result)
                        ? ExitStatus.CONDITION
                        : result.complete() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
            }
        }
    }

    private List<Digest.Algorithm> algorithms() {
        List<Digest.Algorithm> algorithms = new ArrayList<>();
        for (String name : digests) {
            Digest.Algorithm algorithm = Digest.Algorithm.byId(name.strip());
            if (algorithm == null) {
                throw new UsageException("--digest: there is no algorithm '" + name
                        + "'; there are md5, sha1, sha224, sha256, sha384, sha512");
            }
            if (!algorithms.contains(algorithm)) {
                algorithms.add(algorithm);
            }
        }
        return algorithms;
    }

    private void refuseIncomplete(ScanResult result) throws UnreadableImageException {
        if (strict && !result.complete()) {
            List<Diagnostic> diagnostics = result.diagnostics();
            throw new UnreadableImageException(
                    (diagnostics.isEmpty() ? "the image is not complete" : diagnostics.get(0).message())
                            + " (refused because of --strict)");
        }
    }

    /** Whoever closes standard output has seen enough; the other outputs and the exit status are as ever. */
    private void write(OutputTarget target, ScanResult result) throws OutputException {
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
