package dev.jonah.sysdb.alpine;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Explains {@code /etc/passwd-} and its like: what tools for accounts keep of the file before they change it. Every line
 * must have the fields of that file, and every account with the number 0 must be in the present file too.
 */
public final class AccountBackups implements Explainer {
    private static final Map<String, Integer> FIELDS =
            Map.of("/etc/passwd-", 7, "/etc/group-", 4, "/etc/shadow-", 9, "/etc/gshadow-", 4);

    /** Called by the service loader. */
    public AccountBackups() {}

    @Override
    public String id() {
        return "jonah.sysdb.alpine.account-backups";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.path(FIELDS.keySet().stream().sorted().toArray(String[]::new));
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Owners owners = new Owners(scan);
        for (FileEntry backup : (Iterable<FileEntry>) scan.candidates()::iterator) {
            String path = backup.path().latin1();
            ImagePath base = ImagePath.of(path.substring(0, path.length() - 1));
            FileEntry present = scan.tree().find(base).orElse(null);
            if (present == null || owners.of(base) == null || (backup.mode() & 07111) != 0) {
                continue;
            }
            String now = Texts.small(present, scan.limits());
            String before = Texts.small(backup, scan.limits());
            if (now != null && before != null && isEarlier(before, now, FIELDS.getOrDefault(path, 0))) {
                String text = "what was in " + base + " before accounts were changed";
                out.accept(
                        new Explanation(backup.path(), Verdict.DERIVED, Evidence.of("apk.account-backup", text, base)));
            }
        }
    }

    private static boolean isEarlier(String before, String now, int fields) {
        Set<String> present = new HashSet<>();
        for (String line : now.split("\n")) {
            present.add(line.split(":", -1)[0]);
        }
        boolean shared = false;
        for (String line : before.split("\n")) {
            String[] parts = line.split(":", -1);
            if (parts.length != fields || !parts[0].matches("[A-Za-z0-9_][A-Za-z0-9_.-]*\\$?")) {
                return false;
            }
            boolean known = present.contains(parts[0]);
            if (fields == 7 && !(parts[2].matches("\\d{1,10}") && parts[3].matches("\\d{1,10}"))) {
                return false;
            }
            // The third field is a number in passwd and group, and no zero in the others.
            if (parts[2].matches("0+") && !known) {
                return false;
            }
            shared |= known;
        }
        return shared;
    }
}
