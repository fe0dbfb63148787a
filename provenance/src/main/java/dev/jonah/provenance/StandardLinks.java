package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Explains links that the hierarchy of file systems has (Filesystem Hierarchy Standard 3.0, and the merging of {@code /bin},
 * {@code /sbin} and {@code /lib} into {@code /usr} since), and those that lead from a well-known place to a file of a
 * package. The target must be exactly that one, however it is written.
 */
public final class StandardLinks implements Explainer {
    private static final String RULE = "hierarchy.link";

    private static final Rules RULES = Rules.of(
            link("/bin", "/usr/bin"),
            link("/sbin", "/usr/sbin", "/usr/bin"),
            link("/lib", "/usr/lib"),
            link("/lib32", "/usr/lib32"),
            link("/lib64", "/usr/lib64", "/usr/lib", "/lib"),
            link("/libx32", "/usr/libx32"),
            link("/libo32", "/usr/libo32"),
            link("/usr/sbin", "/usr/bin"),
            link("/usr/lib64", "/usr/lib"),
            link("/usr/tmp", "/var/tmp"),
            link("/usr/local/man", "/usr/local/share/man"),
            link("/var/run", "/run"),
            link("/var/lock", "/run/lock"),
            link("/var/mail", "/var/spool/mail"),
            link("/var/spool/mail", "/var/mail"),
            link("/etc/mtab", "/proc/self/mounts", "/proc/mounts"),
            link("/var/lib/dbus/machine-id", "/etc/machine-id"),
            toPackaged("/etc/os-release", "/usr/lib/"),
            toPackaged("/etc/system-release", "/etc/"),
            toPackaged("/etc/localtime", "/usr/share/zoneinfo/"));

    /** Called by the service loader. */
    public StandardLinks() {}

    @Override
    public String id() {
        return "jonah.provenance.standard-links";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        RULES.explain(scan, out);
    }

    private static Rule link(String path, String... targets) {
        return Rule.link(RULE, FilePattern.path(path), Check.leadsTo(targets));
    }

    private static Rule toPackaged(String path, String directory) {
        return Rule.link(RULE, FilePattern.path(path), (entry, books) -> {
            ImagePath target = books.target(entry);
            FileEntry file =
                    target == null || !target.latin1().startsWith(directory) ? null : books.accountedFile(target);
            return file == null
                    ? null
                    : Finding.of(
                            "the usual link to one of the files in " + directory + ", " + file.path() + " of a package",
                            file.path());
        });
    }
}
