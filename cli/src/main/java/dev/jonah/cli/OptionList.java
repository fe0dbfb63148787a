package dev.jonah.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Describes the options of a subcommand to picocli. Not by annotations: to read those takes picocli a third of the time
 * that the scan of a small image takes.
 */
final class OptionList {
    private final CommandSpec spec = CommandSpec.create();

    private OptionList() {}

    /** The options of all subcommands. */
    static OptionList general() {
        return new OptionList()
                .add(OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help."))
                .flag("Print stack traces of errors.", "--debug");
    }

    /** The options of subcommands that use plugins. */
    static OptionList ofPlugins() {
        return general()
                .values("PATH", "Jars, or directories of jars.", "--plugin-path")
                .values("ID", "Leave a plugin out.", "--disable-plugin");
    }

    /** The options of subcommands that open an image. */
    static OptionList ofImage() {
        return ofPlugins()
                .operand(Arguments.IMAGE, "A file, a directory or - for standard input.")
                .value("NAME[:TAG]", "Choose one of several images.", "--image")
                .value("OS/ARCH", "Choose one of several platforms.", "--platform")
                .flag("Refuse what cannot be read completely.", "--strict")
                .values("NAME=VALUE", "Change a bound; 512M is a value too.", "--limit")
                .value("N", "Default: one for each processor.", "--threads")
                .value("DIR", "For layers too large for memory.", "--spool")
                .flag("Enter mount points in a directory.", "--other-file-systems")
                .add(OptionSpec.builder("--progress")
                        .type(String.class)
                        .paramLabel("HOW")
                        .completionCandidates(List.of("auto", "plain", "none"))
                        .description("auto, plain or none."))
                .flag("No progress, no warnings.", "-q", "--quiet");
    }

    /** The options of subcommands that scan an image. */
    static OptionList ofScan() {
        return ofImage().values("FILE", "OpenPGP keys to trust beside the image's.", PublicKeys.OPTION);
    }

    /** An option without a value. */
    OptionList flag(String description, String... names) {
        return add(OptionSpec.builder(names).description(description));
    }

    /** An option with a value; of several, the last counts. */
    OptionList value(String label, String description, String... names) {
        return add(
                OptionSpec.builder(names).type(String.class).paramLabel(label).description(description));
    }

    /** An option that may be repeated. */
    OptionList values(String label, String description, String... names) {
        return add(OptionSpec.builder(names)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description));
    }

    /** The next argument that is no option; it must be there. */
    OptionList operand(String label, String description, String... candidates) {
        int index = spec.positionalParameters().size();
        spec.addPositional(PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity("1")
                .required(true)
                .type(String.class)
                .paramLabel(label)
                .completionCandidates(candidates.length == 0 ? null : List.of(candidates))
                .description(description)
                .build());
        return this;
    }

    private OptionList add(OptionSpec.Builder option) {
        spec.addOption(option.build());
        return this;
    }

    /** What picocli is to know of a command. */
    CommandSpec spec() {
        return spec;
    }
}
