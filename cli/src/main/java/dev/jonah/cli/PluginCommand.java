package dev.jonah.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** A subcommand that uses plugins. */
abstract class PluginCommand extends Subcommand {
    @Option(
            names = "--plugin-path",
            paramLabel = "PATH",
            description = "Jars, or directories of jars.")
    List<String> pluginPath = new ArrayList<>();

    @Option(names = "--disable-plugin", paramLabel = "ID", split = ",", hideParamSyntax = true, description = "Leave a plugin out.")
    List<String> disabledPlugins = new ArrayList<>();

    PluginCommand(Terminal terminal) {
        super(terminal);
    }
}
