package dev.jonah.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A subcommand that opens an image. */
abstract class ImageCommand extends PluginCommand {
    @Parameters(
            paramLabel = "IMAGE",
            description = "A file, a directory or - for standard input.")
    String image = "";

    @Option(names = "--image", paramLabel = "NAME[:TAG]", description = "Choose one of several images.")
    @Nullable String imageName;

    @Option(names = "--platform", paramLabel = "OS/ARCH", description = "Choose one of several platforms.")
    @Nullable String platform;

    @Option(names = "--strict", description = "Refuse what cannot be read completely.")
    boolean strict;

    @Option(names = "--limit", paramLabel = "NAME=VALUE", split = ",", hideParamSyntax = true, description = "Change a bound; 512M is a value too.")
    List<String> limits = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "Default: one for each processor.")
    int threads;

    @Option(names = "--spool", paramLabel = "DIR", description = "For layers too large for memory.")
    @Nullable String spool;

    @Option(names = "--other-file-systems", description = "Enter mount points in a directory.")
    boolean otherFileSystems;

    @Option(names = "--progress", paramLabel = "HOW", description = "auto, plain or none.")
    String progress = "auto";

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, no warnings.")
    boolean quiet;

    ImageCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    String operands() {
        return " IMAGE";
    }

    @Override
    String subject() {
        return image.equals("-") ? "standard input" : image;
    }
}
