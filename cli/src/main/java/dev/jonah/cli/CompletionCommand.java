package dev.jonah.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jonah completion}. */
@Command(
        name = "completion",
        description = "Print a completion script for a shell.",
        footer = {
            "",
            "Examples: source <(jonah completion bash)",
            "          jonah completion zsh >~/.jonah-completion; source ~/.jonah-completion"
        })
final class CompletionCommand extends Subcommand {
    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    String shell = "";

    CompletionCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    String operands() {
        return " SHELL";
    }

    @Override
    int run() throws OutputException {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new UsageException("completion: there is no script for '" + shell + "'; there are bash, zsh");
        }
        // One script serves both: under zsh it turns on the emulation of bash's completion itself.
        terminal.print(AutoComplete.bash("jonah", new JonahCommand(terminal).tree()));
        return ExitStatus.DONE;
    }
}
