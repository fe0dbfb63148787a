package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains {@code /etc/passwd} and its like where no package claims them: every account must come from a template or
 * statement that packages ship, or one that a package's script names and that nobody can log in with, or that has the home
 * directory and shell that the script makes it with. A second account
 * with the number 0, a password, an empty password field, and members of groups that nobody put there leave the file
 * unexplained. What account tools keep of such a file, under the same name with a dash, must be an earlier state of it.
 */
public final class Accounts implements Explainer {
    private static final int ODD_MODE = 07111;

    /** Called by the service loader. */
    public Accounts() {}

    @Override
    public String id() {
        return "jonah.provenance.accounts";
    }

    @Override
    public FilePattern candidates() {
        FilePattern pattern = new FilePattern(List.of());
        for (AccountFile file : AccountFile.values()) {
            pattern = pattern.orPath(file.path().latin1(), file.backup().latin1());
        }
        return pattern;
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Books books = new Books(scan);
        AccountOrigins origins = AccountOrigins.of(books, scan.packages());
        Map<ImagePath, FileEntry> candidates = new java.util.TreeMap<>();
        for (FileEntry entry : (Iterable<FileEntry>) scan.candidates()::iterator) {
            candidates.put(entry.path(), entry);
        }
        Map<AccountFile, Set<String>> known = new EnumMap<>(AccountFile.class);
        for (AccountFile kind : AccountFile.values()) {
            FileEntry file = books.tree().find(kind.path()).orElse(null);
            if (file == null || !isPlain(file)) {
                continue;
            }
            if (candidates.containsKey(kind.path())) {
                explain(kind, file, origins, books, known, out);
            } else if (books.isAccounted(kind.path())) {
                known.put(kind, names(kind, file, books));
            }
        }
        for (Map.Entry<AccountFile, Set<String>> each : known.entrySet()) {
            FileEntry backup = candidates.get(each.getKey().backup());
            if (backup != null && isPlain(backup) && isEarlier(each.getKey(), backup, each.getValue(), books)) {
                String text = "what was in " + each.getKey().path() + " before accounts were changed";
                out.accept(new Explanation(
                        backup.path(),
                        Verdict.DERIVED,
                        Evidence.of("accounts.backup", text, each.getKey().path())));
            }
        }
    }

    private static boolean isPlain(FileEntry file) {
        return file.type().isRegular() && (file.mode() & ODD_MODE) == 0;
    }

    private static void explain(
            AccountFile kind,
            FileEntry file,
            AccountOrigins origins,
            Books books,
            Map<AccountFile, Set<String>> known,
            Consumer<Explanation> out)
            throws IOException {
        String text = books.text(file);
        List<List<String>> lines = text == null ? null : kind.lines(text);
        if (lines == null || lines.isEmpty() && kind.names() == kind) {
            return;
        }
        Set<String> others = known.getOrDefault(kind.names(), Set.of());
        TreeSet<ImagePath> inputs = new TreeSet<>();
        Set<String> names = new HashSet<>();
        for (List<String> line : lines) {
            ImagePath origin = kind.origin(line, origins, others);
            if (origin == null || !names.add(line.get(0))) {
                if (kind.names() == kind || known.containsKey(kind.names())) {
                    report(kind, line.get(0), books);
                }
                return;
            }
            inputs.add(origin);
        }
        if (inputs.isEmpty()) {
            if (!known.containsKey(kind.names())) {
                return;
            }
            inputs.add(kind.names().path());
        }
        known.put(kind, names);
        String what = "all of its " + lines.size() + " accounts come from " + inputs.size()
                + " files of packages or of their scripts, and none has a password of its own";
        Evidence evidence = new Evidence("accounts.origin", what, List.copyOf(inputs));
        out.accept(new Explanation(file.path(), Verdict.DERIVED, evidence));
    }

    private static void report(AccountFile kind, String name, Books books) {
        String message = "the account \"" + name + "\" is as no package has it";
        books.diagnostics().info("accounts.foreign", kind.path(), message);
    }

    private static Set<String> names(AccountFile kind, FileEntry file, Books books) throws IOException {
        String text = books.text(file);
        List<List<String>> lines = text == null ? null : kind.lines(text);
        Set<String> names = new HashSet<>();
        if (lines != null) {
            lines.forEach(line -> names.add(line.get(0)));
        }
        return names;
    }

    /** Whether all lines are well-formed, some account is there still, and none that may do everything has gone since. */
    private static boolean isEarlier(AccountFile kind, FileEntry backup, @Nullable Set<String> present, Books books)
            throws IOException {
        String text = books.text(backup);
        List<List<String>> lines = text == null ? null : kind.lines(text);
        if (lines == null || present == null) {
            return false;
        }
        boolean shared = lines.isEmpty() && kind.names() != kind;
        for (List<String> line : lines) {
            boolean known = present.contains(line.get(0));
            if (kind.isAllPowerful(line) && !known) {
                return false;
            }
            shared |= known;
        }
        return shared;
    }
}
