package dev.jonah.cli;

import dev.jonah.image.Image;
import dev.jonah.image.Layer;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jonah layers}: opens the image and analyses nothing. */
@Command(
        name = "layers",
        description = "List the layers: sizes, and what each added, changed and deleted.",
        footer = {"", "Example: jonah layers alpine.tar", Subcommand.VARIABLES})
final class LayersCommand extends ImageCommand {
    private static final int SHORT_DIGEST = 12;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table (default) or json.")
    String output = "table";

    LayersCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run() throws IOException {
        if (!output.equals("table") && !output.equals("json")) {
            throw new UsageException("-o: there is no format '" + output + "'; there are table, json");
        }
        try (Session session = new Session(this, List.of());
                Image opened = session.open()) {
            terminal.print(
                    output.equals("json") ? LayersJson.of(opened.layers()) : table(opened.layers()));
            if (!quiet) {
                Warnings.print(terminal, opened.diagnostics().stream().sorted().toList(), "");
            }
            return opened.complete() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
        }
    }

    private String table(List<Layer> layers) {
        Table table = new Table(
                terminal.columns(), "#>", "DIGEST", "SIZE>", "ADDED>", "CHANGED>", "DELETED>", "WASTED>", "CREATED BY");
        for (Layer layer : layers) {
            table.add(
                    Integer.toString(layer.index()),
                    digest(layer),
                    layer.size() == null ? "-" : Sizes.text(layer.size()),
                    Integer.toString(layer.added()),
                    Integer.toString(layer.modified()),
                    Integer.toString(layer.deleted()),
                    Sizes.text(layer.wastedBytes()),
                    layer.createdBy() == null ? "-" : CreatedBy.brief(layer.createdBy(), Integer.MAX_VALUE));
        }
        return table.toString();
    }

    private static String digest(Layer layer) {
        return layer.digest() == null ? "-" : Columns.cut(layer.digest().hex(), SHORT_DIGEST + 1).replace("…", "");
    }
}
