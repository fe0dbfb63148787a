package dev.jonah.cli;

import dev.jonah.image.Image;
import dev.jonah.result.ScanResult;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jonah explain}. */
@Command(
        name = "explain",
        description = "Tell everything that is known about one path.",
        footer = {"", "Example: jonah explain alpine.tar /bin/busybox", Subcommand.VARIABLES})
final class ExplainCommand extends ImageCommand {
    @Parameters(index = "1", paramLabel = "PATH", description = "A path inside the image.")
    String path = "";

    ExplainCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    String operands() {
        return " IMAGE PATH";
    }

    @Override
    int run() throws IOException {
        try (Session session = new Session(this, List.of());
                Image opened = session.open()) {
            ScanResult result = session.jonah().scan(opened);
            session.endProgress();
            PathExplanation explanation = new PathExplanation(opened, result, ImagePath.of(path));
            if (!explanation.isKnown()) {
                throw new UsageException(image + " has no " + ImagePath.of(path)
                        + ", in no layer, and no package promises it");
            }
            terminal.print(explanation.text());
            return result.complete() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
        }
    }
}
