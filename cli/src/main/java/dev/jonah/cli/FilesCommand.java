package dev.jonah.cli;

import dev.jonah.image.Image;
import dev.jonah.ledger.Verdict;
import dev.jonah.result.FileResult;
import dev.jonah.result.MissingFile;
import dev.jonah.result.PackageResult;
import dev.jonah.result.ScanResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jonah files}. */
@Command(
        name = "files",
        description = "List files, one a line: verdict, path, owner.",
        footer = {"", "Example: jonah files alpine.tar --verdict modified,unexplained", Subcommand.VARIABLES})
final class FilesCommand extends ImageCommand {
    private static final int VERDICT = 13;
    private static final String MISSING = "missing";
    private static final int FLUSH_AT = 1 << 16;

    @Option(names = "--verdict", paramLabel = "LIST", split = ",", hideParamSyntax = true, description = "Only these: modified,missing,…")
    List<String> verdicts = new ArrayList<>();

    @Option(names = "--package", paramLabel = "NAME", description = "Only of this package; a purl will do, too.")
    @Nullable String packageName;

    FilesCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    int run() throws IOException {
        boolean missing = false;
        Set<Verdict> wanted = EnumSet.noneOf(Verdict.class);
        for (String name : verdicts) {
            String lower = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
            Verdict verdict = VerdictNames.verdict(lower);
            if (verdict != null) {
                wanted.add(verdict);
            } else if (lower.equals(MISSING)) {
                missing = true;
            } else {
                throw new UsageException("--verdict: there is no verdict '" + name + "'; there are "
                        + String.join(", ", VerdictNames.all()) + ", " + MISSING);
            }
        }
        try (Session session = new Session(this, List.of());
                Image opened = session.open()) {
            ScanResult result = session.jonah().scan(opened);
            session.endProgress();
            checkPackage(result);
            print(result, verdicts.isEmpty() ? EnumSet.allOf(Verdict.class) : wanted, missing);
            if (!quiet) {
                Warnings.print(terminal, result.diagnostics(), "; see them all with jonah scan -o json");
            }
            return result.complete() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
        }
    }

    private void checkPackage(ScanResult result) {
        if (packageName == null) {
            return;
        }
        for (PackageResult found : result.packages()) {
            if (isWanted(found)) {
                return;
            }
        }
        throw new UsageException("--package: " + image + " has no package " + packageName);
    }

    private boolean isWanted(PackageResult found) {
        return found.software().purl().name().equals(packageName)
                || found.software().purl().toString().equals(packageName)
                || Names.of(found).equals(packageName);
    }

    private void print(ScanResult result, Set<Verdict> wanted, boolean missing) throws OutputException {
        StringBuilder lines = new StringBuilder();
        for (FileResult file : result.files()) {
            if (wanted.contains(file.verdict()) && (packageName == null || anyWanted(file.claimants()))) {
                PackageResult owner = file.owner();
                line(lines, file.verdict().name(), Names.of(file.entry().path()), owner);
            }
        }
        if (missing) {
            for (MissingFile file : result.missing()) {
                if (packageName == null || isWanted(file.owner())) {
                    line(lines, "MISSING", Names.of(file.path()), file.owner());
                }
            }
        }
        terminal.print(lines);
    }

    private boolean anyWanted(List<PackageResult> claimants) {
        for (PackageResult claimant : claimants) {
            if (isWanted(claimant)) {
                return true;
            }
        }
        return false;
    }

    private void line(StringBuilder lines, String verdict, String path, @Nullable PackageResult owner)
            throws OutputException {
        lines.append(Columns.left(verdict, VERDICT))
                .append(path)
                .append("  ")
                .append(owner == null ? "-" : Names.of(owner))
                .append('\n');
        if (lines.length() > FLUSH_AT) {
            terminal.print(lines);
            lines.setLength(0);
        }
    }
}
