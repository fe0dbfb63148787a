package dev.jonah.cli;

import dev.jonah.image.Layer;
import dev.jonah.result.FileResult;
import dev.jonah.result.HiddenSignals;
import dev.jonah.result.MissingFile;
import dev.jonah.result.ScanResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The list at the end of the summary: what is worth a look, the most suspicious first. */
final class LookAt {
    private static final int ROWS = 10;
    private static final int VERDICT = 14;
    private static final int INDENT = 2;
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";

    private final ScanResult result;
    private final int columns;
    private final boolean coloured;

    LookAt(ScanResult result, int columns, boolean coloured) {
        this.result = result;
        this.columns = columns;
        this.coloured = coloured;
    }

    void append(StringBuilder out) {
        List<Suspect> suspects = suspects();
        if (suspects.isEmpty()) {
            return;
        }
        List<Suspect> shown = suspects.subList(0, Math.min(ROWS, suspects.size()));
        int most = columns * 35 / 100;
        int path = 0;
        for (Suspect suspect : shown) {
            path = Math.max(path, Math.min(most, Columns.width(Names.of(suspect.path()))));
        }
        out.append("\nLook at\n");
        for (Suspect suspect : shown) {
            row(out, suspect, path);
        }
        if (suspects.size() > ROWS) {
            rest(out, suspects.subList(ROWS, suspects.size()));
        }
    }

    private List<Suspect> suspects() {
        List<Suspect> suspects = new ArrayList<>();
        Signals known = new Signals(result.signals());
        for (FileResult file : result.files()) {
            add(suspects, Suspect.of(file, known));
        }
        for (HiddenSignals hidden : result.hiddenSignals()) {
            add(suspects, Suspect.of(hidden, known));
        }
        for (MissingFile file : result.missing()) {
            add(suspects, Suspect.of(file));
        }
        suspects.sort(null);
        return suspects;
    }

    private static void add(List<Suspect> suspects, @Nullable Suspect suspect) {
        if (suspect != null) {
            suspects.add(suspect);
        }
    }

    private void row(StringBuilder out, Suspect suspect, int pathWidth) {
        int room = columns - INDENT - VERDICT - pathWidth - 2;
        String shownSignals = signals(suspect.signals(), room / 2);
        String reason = Columns.cut(Reason.withLayer(suspect, createdBy(suspect)), room - Columns.width(shownSignals));
        String path = Columns.left(Columns.cutMiddle(Names.of(suspect.path()), pathWidth), pathWidth);
        String line = " ".repeat(INDENT) + verdict(suspect) + path + "  " + reason + shownSignals;
        out.append(line.stripTrailing()).append('\n');
    }

    /** As many as fit, whole. */
    private static String signals(List<String> signals, int width) {
        String shown = "";
        for (int count = 1; count <= signals.size(); count++) {
            String more = count < signals.size() ? ", …]" : "]";
            String longer = "  [" + String.join(", ", signals.subList(0, count)) + more;
            if (!shown.isEmpty() && Columns.width(longer) > width) {
                break;
            }
            shown = longer;
        }
        return Columns.cut(shown, width);
    }

    private String verdict(Suspect suspect) {
        String padded = Columns.left(suspect.verdict(), VERDICT);
        return coloured
                ? (suspect.isAlarm() || suspect.verdict().equals("MODIFIED") ? RED : YELLOW) + padded + PLAIN
                : padded;
    }

    private @Nullable String createdBy(Suspect suspect) {
        List<Layer> layers = result.image().layers();
        int index = suspect.layer();
        return index >= 0 && index < layers.size() ? layers.get(index).createdBy() : null;
    }

    /** The command that lists the rest, as long as it fits: it need not name more than three verdicts. */
    private void rest(StringBuilder out, List<Suspect> rest) {
        Set<String> verdicts = new TreeSet<>();
        for (Suspect suspect : rest) {
            if (!suspect.isHidden()) {
                verdicts.add(suspect.verdict().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        String line = "  …and " + rest.size() + " more: jonah files IMAGE --verdict " + String.join(",", verdicts);
        out.append(
                        Columns.width(line) <= columns && !verdicts.isEmpty()
                                ? line
                                : "  …and " + rest.size() + " more: jonah files IMAGE")
                .append('\n');
    }
}
