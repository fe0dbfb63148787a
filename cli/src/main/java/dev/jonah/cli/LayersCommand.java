package dev.jonah.cli;

import dev.jonah.Jonah;
import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.Image;
import dev.jonah.image.Layer;
import dev.jonah.packages.PackageDatabase;
import dev.jonah.pipeline.PackageChange.Counts;
import dev.jonah.result.PackageHistory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code jonah layers}: opens the image and reads nothing of it but package databases. */
final class LayersCommand implements Subcommand {
    private static final int SHORT_DIGEST = 12;

    @Override
    public String name() {
        return "layers";
    }

    @Override
    public String description() {
        return "List the layers: sizes, and what each did to files and packages.";
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
        try (Session session = new Session(terminal, arguments, LayersCommand::databasesOnly);
                Image opened = session.open()) {
            PackageHistory history = session.jonah().packageHistory(opened);
            session.endProgress();
            List<Layer> layers = opened.layers();
            List<Counts> packages = Counts.of(history.changes(), layers.size());
            terminal.print(
                    output.equals("json")
                            ? LayersJson.of(layers, packages)
                            : table(layers, history.changes().isEmpty() ? List.of() : packages, terminal.columns()));
            List<Diagnostic> noticed = Stream.of(opened.diagnostics(), history.diagnostics())
                    .flatMap(List::stream)
                    .sorted()
                    .toList();
            if (!arguments.flag("--quiet")) {
                Warnings.print(terminal, noticed, "");
            }
            boolean errors = noticed.stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
            return opened.complete() && !errors ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
        }
    }

    /** All that this command needs beside readers of images; every further plugin costs time. */
    private static Jonah.Builder databasesOnly(Jonah.Builder builder) {
        return builder.pluginKinds(List.of(PackageDatabase.class));
    }

    /** With a column of packages, if there are any. */
    private static String table(List<Layer> layers, List<Counts> packages, int columns) {
        List<String> heads = new ArrayList<>(List.of("#>", "DIGEST", "SIZE>", "FILES", "WASTED>"));
        if (!packages.isEmpty()) {
            heads.add("PACKAGES");
        }
        heads.add("CREATED BY");
        Table table = new Table(columns, heads.toArray(new String[0]));
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            List<String> cells = new ArrayList<>();
            cells.add(Integer.toString(layer.index()));
            cells.add(digest(layer));
            cells.add(layer.size() == null ? "-" : Sizes.text(layer.size()));
            cells.add(changes(layer.added(), layer.modified(), layer.deleted()));
            cells.add(Sizes.text(layer.wastedBytes()));
            if (!packages.isEmpty()) {
                Counts counts = packages.get(i);
                cells.add(changes(counts.added(), counts.changed(), counts.removed()));
            }
            cells.add(layer.createdBy() == null ? "-" : CreatedBy.brief(layer.createdBy(), Integer.MAX_VALUE));
            table.add(cells.toArray(new String[0]));
        }
        return table.toString();
    }

    /** As {@code +12 ~3 -1}; what is 0 is left out. */
    private static String changes(int added, int changed, int removed) {
        String text = part("+", added) + part("~", changed) + part("-", removed);
        return text.isEmpty() ? "-" : text.strip();
    }

    private static String part(String sign, int count) {
        return count == 0 ? "" : sign + count + " ";
    }

    private static String digest(Layer layer) {
        return layer.digest() == null
                ? "-"
                : Columns.cut(layer.digest().hex(), SHORT_DIGEST + 1).replace("…", "");
    }
}
