package dev.jonah.cli;

import dev.jonah.image.Image;
import dev.jonah.result.ScanResult;
import dev.jonah.value.ImagePath;
import java.io.IOException;

/** {@code jonah explain}. */
final class ExplainCommand implements Subcommand {
    private static final String PATH = "PATH";

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String description() {
        return "Tell everything that is known about one path.";
    }

    @Override
    public String[] examples() {
        return new String[] {"Example: jonah explain alpine.tar /bin/busybox"};
    }

    @Override
    public OptionList options() {
        return OptionList.ofScan().operand(PATH, "A path inside the image.");
    }

    @Override
    public int run(Terminal terminal, Arguments arguments) throws IOException {
        ImagePath path = ImagePath.of(arguments.operand(PATH));
        try (Session session = new Session(terminal, arguments, PublicKeys.of(arguments));
                Image opened = session.open()) {
            ScanResult result = session.jonah().scan(opened);
            session.endProgress();
            PathExplanation explanation = new PathExplanation(opened, result, path);
            if (!explanation.isKnown()) {
                throw new UsageException(
                        arguments.subject() + " has no " + path + ", in no layer, and no package promises it");
            }
            terminal.print(explanation.text());
            return result.complete() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
        }
    }
}
