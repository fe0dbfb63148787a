package dev.jonah.cli;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.distro.Distro;
import dev.jonah.image.EntryType;
import dev.jonah.image.Layer;
import dev.jonah.image.Platform;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.MissingClass;
import dev.jonah.result.FileResult;
import dev.jonah.result.ImageFacts;
import dev.jonah.result.MissingFile;
import dev.jonah.result.ScanResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What image it is, and its books. */
final class SummaryHead {
    private static final int LABEL = 11;
    private static final int MOST_PROBLEMS = 3;

    private final ScanResult result;
    private final int columns;

    SummaryHead(ScanResult result, int columns) {
        this.result = result;
        this.columns = columns;
    }

    void append(StringBuilder out) {
        ImageFacts image = result.image();
        List<String> rest = new ArrayList<>();
        rest.add(image.format());
        if (!image.platform().equals(Platform.UNKNOWN)) {
            rest.add(Diagnostic.printable(image.platform().toString()));
        }
        int layers = image.layers().size();
        rest.add(layers + (layers == 1 ? " layer, " : " layers, ") + Sizes.text(bytes()));
        String facts = String.join("  ", rest);
        out.append(Columns.cutMiddle(name(image), Math.max(20, columns - 2 - Columns.width(facts))))
                .append("  ")
                .append(facts)
                .append('\n');
        out.append(Columns.cut(distro(), columns)).append("\n\n");
        terms(out, "Packages", packages(), ", ");
        Declared declared = Declared.of(result);
        if (!declared.isEmpty()) {
            out.append(Columns.left("Declared", LABEL))
                    .append(declared.countsWithFiles())
                    .append('\n');
        }
        terms(out, "Files", files(), " + ");
        terms(out, "Missing", missing(), " ");
        if (!result.keys().isEmpty()) {
            terms(out, "Keys", keys(), ", ");
        }
        problems(out);
    }

    private static String name(ImageFacts image) {
        if (image.names().isEmpty()) {
            return "(no name)";
        }
        int more = image.names().size() - 1;
        return Diagnostic.printable(image.names().get(0)) + (more == 0 ? "" : " (+" + more + ")");
    }

    /** Uncompressed where that is known; of a directory, which has no layers as files, the sum of its files. */
    private long bytes() {
        long sum = 0;
        boolean stored = false;
        for (Layer layer : result.image().layers()) {
            Long size = layer.uncompressedSize() != null ? layer.uncompressedSize() : layer.size();
            stored |= size != null;
            sum += size == null ? 0 : size;
        }
        if (!stored) {
            for (FileResult file : result.files()) {
                sum += file.entry().type() == EntryType.FILE ? file.entry().size() : 0;
            }
        }
        return sum;
    }

    private String distro() {
        if (result.distro() == null) {
            return "No distribution recognised";
        }
        Distro distro = result.distro().distro();
        String name = distro.name() != null && distro.version() != null
                ? distro.name() + " " + distro.version()
                : distro.prettyName() != null
                        ? distro.prettyName()
                        : distro.name() != null ? distro.name() : distro.id();
        return Diagnostic.printable(name);
    }

    private List<String> packages() {
        List<String> terms = new ArrayList<>();
        result.packageCounts().forEach((type, count) -> terms.add(count + " " + type));
        if (terms.isEmpty()) {
            terms.add("none");
        }
        return terms;
    }

    private List<String> files() {
        List<String> terms = new ArrayList<>();
        result.verdicts().forEach((verdict, count) -> {
            if (count > 0 || verdict == Verdict.UNEXPLAINED) {
                terms.add((terms.isEmpty() ? result.files().size() + " = " : "")
                        + count
                        + " "
                        + VerdictNames.words(verdict));
            }
        });
        return terms;
    }

    /** What nobody expects to be missing, with its sum; then the rest. */
    private List<String> missing() {
        Map<MissingClass, Integer> counts = new EnumMap<>(MissingClass.class);
        for (MissingFile file : result.missing()) {
            counts.merge(file.reason(), 1, Integer::sum);
        }
        List<String> terms = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        int total = 0;
        for (Map.Entry<MissingClass, Integer> count : counts.entrySet()) {
            boolean isExpected = count.getKey().isExpected();
            (isExpected ? expected : terms).add(VerdictNames.counted(count.getKey(), count.getValue()));
            total += isExpected ? 0 : count.getValue();
        }
        String sum = terms.isEmpty() ? Integer.toString(total) : total + " = " + String.join(" + ", terms);
        List<String> parts = new ArrayList<>(List.of(sum));
        for (int i = 0; i < expected.size(); i++) {
            parts.add((i == 0 ? "(+ " : "") + expected.get(i) + (i == expected.size() - 1 ? ")" : ","));
        }
        return parts;
    }

    private List<String> keys() {
        Map<String, Integer> counts = new TreeMap<>();
        result.keys().forEach(key -> counts.merge(key.plugin(), 1, Integer::sum));
        List<String> terms = new ArrayList<>();
        counts.forEach((plugin, count) -> terms.add(count + " trusted by " + plugin));
        return terms;
    }

    /** A label and its terms, broken before a term where the line is full. */
    private void terms(StringBuilder out, String label, List<String> terms, String separator) {
        StringBuilder line = new StringBuilder(Columns.left(label, LABEL));
        String joint = "";
        for (String term : terms) {
            if (!joint.isEmpty() && line.length() + joint.length() + term.length() > columns) {
                out.append(line.toString().stripTrailing())
                        .append(joint.stripTrailing())
                        .append('\n');
                line.setLength(0);
                line.append(" ".repeat(LABEL));
                joint = "";
            }
            line.append(joint).append(term);
            joint = separator;
        }
        out.append(line).append('\n');
    }

    private void problems(StringBuilder out) {
        if (result.complete()) {
            return;
        }
        String label = "Incomplete";
        int left = 0;
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.severity() == Diagnostic.Severity.ERROR && left++ < MOST_PROBLEMS) {
                out.append(Columns.left(label, LABEL))
                        .append(Columns.cut(diagnostic.message(), columns - LABEL))
                        .append('\n');
                label = "";
            }
        }
        if (left == 0) {
            out.append(Columns.left(label, LABEL)).append("a part of the image could not be read\n");
        } else if (left > MOST_PROBLEMS) {
            out.append(" ".repeat(LABEL))
                    .append("…and ")
                    .append(left - MOST_PROBLEMS)
                    .append(" more\n");
        }
    }
}
