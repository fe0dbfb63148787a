package dev.jonah.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line as a whole: finds the subcommand, runs it, and turns whatever happens into an exit status. */
@Command(
        name = "jonah",
        customSynopsis = "jonah COMMAND [OPTIONS] …",
        description = "Reads a container image at rest and accounts for every file in it.",
        footer = {
            "",
            "jonah COMMAND --help tells more. Example: jonah scan alpine.tar",
            Subcommand.VARIABLES,
            "Exit status: 0 done, 1 a --fail-on condition holds, 2 wrong command line,",
            "3 the image cannot be read, 4 done but incomplete."
        })
final class JonahCommand {
    private static final List<String> NAMES =
            List.of("scan", "layers", "files", "explain", "plugins", "completion");

    private final Terminal terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    // Handled in Main; here for help and completion.
    @Option(
            names = {"-V", "--version"},
            description = "Print version and build.")
    boolean version;

    JonahCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs a command line and gives its exit status; nothing is thrown. */
    int run(String... args) {
        @Nullable Subcommand subcommand = args.length == 0 ? null : subcommand(args[0]);
        try {
            return subcommand == null ? general(args) : run(subcommand, args);
        } catch (OutputException e) {
            return e.isClosedByReader() ? ExitStatus.DONE : failed(e, subcommand);
        } catch (IOException | RuntimeException | Error e) {
            return failed(e, subcommand);
        }
    }

    private int failed(Throwable e, @Nullable Subcommand subcommand) {
        Failure failure = Failure.of(e, subcommand == null ? "" : subcommand.subject());
        terminal.message(failure.message());
        if (subcommand != null && subcommand.debug) {
            e.printStackTrace(terminal.err());
        }
        return failure.status();
    }

    /** Only the one that is named: describing all of them to picocli would take as long as a small scan. */
    private int run(Subcommand subcommand, String[] args) throws IOException {
        String name = "jonah " + args[0];
        CommandLine line = configured(new CommandLine(subcommand)).setCommandName(name);
        line.getCommandSpec().usageMessage().customSynopsis(name + " [OPTIONS]" + subcommand.operands());
        List<String> rest = new ArrayList<>(List.of(args));
        rest.remove(0);
        try {
            if (line.parseArgs(rest.toArray(new String[0])).isUsageHelpRequested()) {
                terminal.print(usage(line));
                return ExitStatus.DONE;
            }
        } catch (ParameterException e) {
            throw new UsageException(e.getMessage() + "; see " + name + " --help");
        }
        return subcommand.run();
    }

    private int general(String[] args) throws IOException {
        CommandLine line = tree();
        if (args.length == 0) {
            terminal.err().print(usage(line));
            return ExitStatus.USAGE;
        }
        try {
            if (line.parseArgs(args).isUsageHelpRequested()) {
                terminal.print(usage(line));
                return ExitStatus.DONE;
            }
        } catch (ParameterException e) {
            throw new UsageException(e.getMessage() + "; see jonah --help");
        }
        throw new UsageException("the command must come first: " + String.join(", ", NAMES));
    }

    /** All commands, for help and completion. */
    CommandLine tree() {
        CommandLine line = new CommandLine(this);
        for (String name : NAMES) {
            line.addSubcommand(name, subcommand(name));
        }
        return configured(line);
    }

    private CommandLine configured(CommandLine line) {
        return line.setDefaultValueProvider(new EnvironmentDefaults(terminal.environment()))
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setOverwrittenOptionsAllowed(true)
                .setUsageHelpWidth(80)
                .setUsageHelpLongOptionsMaxWidth(27)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    }

    private static String usage(CommandLine line) {
        StringWriter text = new StringWriter();
        line.usage(new PrintWriter(text));
        return text.toString();
    }

    private @Nullable Subcommand subcommand(String name) {
        return switch (name) {
            case "scan" -> new ScanCommand(terminal);
            case "layers" -> new LayersCommand(terminal);
            case "files" -> new FilesCommand(terminal);
            case "explain" -> new ExplainCommand(terminal);
            case "plugins" -> new PluginsCommand(terminal);
            case "completion" -> new CompletionCommand(terminal);
            default -> null;
        };
    }
}
