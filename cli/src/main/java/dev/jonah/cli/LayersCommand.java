package dev.jonah.cli;

import dev.jonah.image.Image;
import dev.jonah.image.Layer;
import java.io.IOException;
import java.util.List;

/** {@code jonah layers}: opens the image and analyses nothing. */
final class LayersCommand implements Subcommand {
    private static final int SHORT_DIGEST = 12;

    @Override
    public String name() {
        return "layers";
    }

    @Override
    public String description() {
        return "List the layers: sizes, and what each added, changed and deleted.";
    }

    @Override
    public String[] examples() {
        return new String[] {"Example: jonah layers alpine.tar"};
    }

    @Override
    public OptionList options() {
        return OptionList.ofImage().value("FORMAT", "table (default) or json.", "-o", "--output");
    }

    @Override
    public int run(Terminal terminal, Arguments arguments) throws IOException {
        String given = arguments.text("--output");
        String output = given == null ? "table" : given;
        if (!output.equals("table") && !output.equals("json")) {
            throw new UsageException("-o: there is no format '" + output + "'; there are table, json");
        }
        try (Session session = new Session(terminal, arguments, List.of());
                Image opened = session.open()) {
            terminal.print(
                    output.equals("json")
                            ? LayersJson.of(opened.layers())
                            : table(opened.layers(), terminal.columns()));
            if (!arguments.flag("--quiet")) {
                Warnings.print(terminal, opened.diagnostics().stream().sorted().toList(), "");
            }
            return opened.complete() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
        }
    }

    private static String table(List<Layer> layers, int columns) {
        Table table =
                new Table(columns, "#>", "DIGEST", "SIZE>", "ADDED>", "CHANGED>", "DELETED>", "WASTED>", "CREATED BY");
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
        return layer.digest() == null
                ? "-"
                : Columns.cut(layer.digest().hex(), SHORT_DIGEST + 1).replace("…", "");
    }
}
