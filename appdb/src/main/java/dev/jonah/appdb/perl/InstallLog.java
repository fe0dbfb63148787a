package dev.jonah.appdb.perl;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Explains {@code perllocal.pod}, to which each installation of a Perl distribution adds what it installed. Every line
 * must be one that ExtUtils::Command::MM writes.
 */
public final class InstallLog implements Explainer {
    /** Found as a service. */
    public InstallLog() {}

    @Override
    public String id() {
        return "jonah.appdb.perl-log";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.named("perllocal.pod");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            Content content = file.content();
            int modules = content == null ? -1 : modules(file, content, scan);
            if (modules > 0) {
                String text = "a log of " + modules + " installations of modules, and nothing else";
                out.accept(new Explanation(file.path(), Verdict.TRANSIENT, Evidence.of("perl.log", text, file.path())));
            }
        }
    }

    /** How many installations it tells of; -1 if there is a line that does not belong to one. */
    private static int modules(FileEntry file, Content content, Scan scan) throws IOException {
        int modules = 0;
        try (LineReader lines = new LineReader(content.open(), scan.limits())) {
            String line;
            while ((line = lines.readText()) != null) {
                if (Lines.HEADING.matcher(line).matches()) {
                    modules++;
                } else if (!Lines.REST.matcher(line).matches()) {
                    return -1;
                }
            }
        } catch (LimitExceededException e) {
            scan.diagnostics().warning("perl.log.limit", file.path(), file.path() + ": " + e.getMessage());
            return -1;
        }
        return modules;
    }

    private static final class Lines {
        static final Pattern HEADING = Pattern.compile("=head2 [\\w: ]{1,40}: C<[\\w ]{1,40}> L<[\\w:|./-]{1,500}>");
        static final Pattern REST = Pattern.compile(
                "|=over 4|=item \\*|=back|C<(?:installed into|LINKTYPE|VERSION|EXE_FILES): [^<>]{0,4000}>");

        private Lines() {}
    }
}
