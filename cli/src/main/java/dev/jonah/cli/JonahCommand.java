package dev.jonah.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: finds the subcommand, runs it, and turns whatever happens into an exit status. */
final class JonahCommand {
    private static final List<String> NAMES = List.of("scan", "layers", "files", "explain", "plugins", "completion");
    private static final String VARIABLES = "Every option has a variable: JONAH_PLUGIN_PATH stands for --plugin-path.";
    private static final int COLUMNS = 80;
    private static final int OPTION_COLUMNS = 27;

    private final Terminal terminal;
    private @Nullable Arguments arguments;
    private boolean debug;

    JonahCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs a command line and gives its exit status; nothing is thrown. To be called once. */
    int run(String... args) {
        try {
            Subcommand subcommand = args.length == 0 ? null : subcommand(args[0]);
            return subcommand == null ? general(args) : run(subcommand, args);
        } catch (OutputException e) {
            return e.isClosedByReader() ? ExitStatus.DONE : failed(e);
        } catch (IOException | RuntimeException | Error e) {
            return failed(e);
        }
    }

    private int failed(Throwable e) {
        Failure failure = Failure.of(e, arguments == null ? "" : arguments.subject());
        terminal.message(failure.message());
        if (debug) {
            e.printStackTrace(terminal.err());
        }
        return failure.status();
    }

    /** Only the one that is named is described to picocli, and its help only where it is wanted: for speed. */
    private int run(Subcommand subcommand, String[] args) throws IOException {
        CommandSpec spec = subcommand.options().spec().name("jonah " + subcommand.name());
        CommandLine line = configured(new CommandLine(spec));
        ParseResult parsed = parse(line, Arrays.copyOfRange(args, 1, args.length));
        if (parsed.isUsageHelpRequested()) {
            describe(spec, subcommand);
            terminal.print(usage(line));
            return ExitStatus.DONE;
        }
        arguments = new Arguments(parsed, terminal.environment());
        debug = arguments.flag("--debug");
        return subcommand.run(terminal, arguments);
    }

    private int general(String[] args) throws IOException {
        CommandLine line = tree();
        if (args.length == 0) {
            terminal.err().print(usage(line));
            terminal.err().flush();
            return ExitStatus.USAGE;
        }
        if (!args[0].startsWith("-")) {
            throw new UsageException("there is no command '" + args[0] + "'; there are " + String.join(", ", NAMES)
                    + "; see jonah --help");
        }
        if (parse(line, args).isUsageHelpRequested()) {
            terminal.print(usage(line));
            return ExitStatus.DONE;
        }
        throw new UsageException("the command must come first: " + String.join(", ", NAMES));
    }

    private static ParseResult parse(CommandLine line, String[] args) {
        try {
            return line.parseArgs(args);
        } catch (ParameterException e) {
            String message = Failure.reason(e);
            String lower = message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
            throw new UsageException(lower + "; see " + line.getCommandName() + " --help");
        }
    }

    /** All commands, for help and completion. */
    static CommandLine tree() {
        CommandSpec spec = CommandSpec.create()
                .name("jonah")
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build())
                // Answered in Main; here for help and completion.
                .addOption(OptionSpec.builder("-V", "--version")
                        .description("Print version and build.")
                        .build());
        spec.usageMessage()
                .customSynopsis("jonah COMMAND [OPTIONS] …")
                .description("Reads a container image at rest and accounts for every file in it.")
                .footer(
                        "",
                        "jonah COMMAND --help tells more. Example: jonah scan alpine.tar",
                        VARIABLES,
                        "Exit status: 0 done, 1 a --fail-on condition holds, 2 wrong command line,",
                        "3 the image cannot be read, 4 done but incomplete.");
        for (String name : NAMES) {
            Subcommand subcommand = subcommand(name);
            if (subcommand != null) {
                CommandSpec described = subcommand.options().spec().name("jonah " + name);
                describe(described, subcommand);
                spec.addSubcommand(name, described);
            }
        }
        return configured(new CommandLine(spec));
    }

    private static void describe(CommandSpec spec, Subcommand subcommand) {
        StringBuilder synopsis = new StringBuilder(spec.name()).append(" [OPTIONS]");
        for (PositionalParamSpec operand : spec.positionalParameters()) {
            synopsis.append(' ').append(operand.paramLabel());
        }
        List<String> footer = new ArrayList<>(List.of(subcommand.examples()));
        footer.add(0, "");
        footer.add(VARIABLES);
        spec.usageMessage()
                .customSynopsis(synopsis.toString())
                .description(subcommand.description())
                .footer(footer.toArray(new String[0]));
    }

    private static CommandLine configured(CommandLine line) {
        return line.setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setOverwrittenOptionsAllowed(true);
    }

    private static String usage(CommandLine line) {
        StringWriter text = new StringWriter();
        line.setUsageHelpWidth(COLUMNS)
                .setUsageHelpLongOptionsMaxWidth(OPTION_COLUMNS)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.usage(new PrintWriter(text));
        return text.toString();
    }

    private static @Nullable Subcommand subcommand(String name) {
        return switch (name) {
            case "scan" -> new ScanCommand();
            case "layers" -> new LayersCommand();
            case "files" -> new FilesCommand();
            case "explain" -> new ExplainCommand();
            case "plugins" -> new PluginsCommand();
            case "completion" -> new CompletionCommand();
            default -> null;
        };
    }
}
