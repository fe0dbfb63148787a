package dev.jonah.cli;

import picocli.AutoComplete;

/** {@code jonah completion}. */
final class CompletionCommand implements Subcommand {
    private static final String SHELL = "SHELL";

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String description() {
        return "Print a completion script for a shell.";
    }

    @Override
    public String[] examples() {
        return new String[] {
            "Examples: source <(jonah completion bash)",
            "          jonah completion zsh >~/.jonah-completion; source ~/.jonah-completion"
        };
    }

    @Override
    public OptionList options() {
        return OptionList.general().operand(SHELL, "bash or zsh.", "bash", "zsh");
    }

    @Override
    public int run(Terminal terminal, Arguments arguments) throws OutputException {
        String shell = arguments.operand(SHELL);
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new UsageException("completion: there is no script for '" + shell + "'; there are bash, zsh");
        }
        // One script serves both: under zsh it turns on the emulation of bash's completion itself.
        terminal.print(AutoComplete.bash("jonah", JonahCommand.tree()));
        return ExitStatus.DONE;
    }
}
