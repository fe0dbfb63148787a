package dev.jonah.cli;

import dev.jonah.image.Image;
import dev.jonah.result.FileResult;
import dev.jonah.result.MissingFile;
import dev.jonah.result.PackageResult;
import dev.jonah.result.ScanResult;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code jonah files}. */
final class FilesCommand implements Subcommand {
    private static final int VERDICT = 14;
    private static final int FLUSH_AT = 1 << 16;

    @Override
    public String name() {
        return "files";
    }

    @Override
    public String description() {
        return "List files, one a line: verdict, path, owner.";
    }

    @Override
    public String[] examples() {
        return new String[] {"Example: jonah files alpine.tar --verdict modified,unexplained"};
    }

    @Override
    public OptionList options() {
        return OptionList.ofScan()
                .values("LIST", "Only these: modified,missing,…", "--verdict")
                .values("LIST", "Only with one of these signals: setuid,…", "--signal")
                .value("NAME", "Only of this package; a purl will do, too.", "--package");
    }

    @Override
    public int run(Terminal terminal, Arguments arguments) throws IOException {
        FileSelection selection = FileSelection.parse(
                arguments.list("--verdict"), arguments.list("--signal"), arguments.text("--package"));
        try (Session session = new Session(terminal, arguments, PublicKeys.of(arguments));
                Image opened = session.open()) {
            ScanResult result = session.jonah().scan(opened);
            session.endProgress();
            selection.check(result, arguments.subject());
            print(result, selection, terminal);
            if (!arguments.flag("--quiet")) {
                Warnings.print(terminal, result.diagnostics(), "; see them all with jonah scan -o json");
            }
            return result.complete() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
        }
    }

    private static void print(ScanResult result, FileSelection selection, Terminal terminal) throws OutputException {
        StringBuilder lines = new StringBuilder();
        for (FileResult file : result.files()) {
            if (selection.contains(file)) {
                line(lines, file.verdict().name(), Names.of(file.entry().path()), file.owner());
            }
            if (lines.length() > FLUSH_AT) {
                terminal.print(lines);
                lines.setLength(0);
            }
        }
        for (MissingFile file : result.missing()) {
            if (selection.contains(file)) {
                line(lines, "MISSING", Names.of(file.path()), file.owner());
            }
        }
        terminal.print(lines);
    }

    private static void line(StringBuilder lines, String verdict, String path, @Nullable PackageResult owner) {
        lines.append(Columns.left(verdict, VERDICT))
                .append(path)
                .append("  ")
                .append(owner == null ? "-" : Names.of(owner))
                .append('\n');
    }
}
