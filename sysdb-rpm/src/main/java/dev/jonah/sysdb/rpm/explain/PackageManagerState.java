package dev.jonah.sysdb.rpm.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Explains histories, state, caches and logs of dnf, yum, zypper and tdnf, if the content is what they write there and
 * packages of rpm are installed.
 */
public final class PackageManagerState implements Explainer {
    /** Called by the service loader. */
    public PackageManagerState() {}

    @Override
    public String id() {
        return "jonah.sysdb.rpm.state";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.below(
                        "/var/lib/dnf",
                        "/var/lib/yum",
                        "/var/lib/zypp",
                        "/var/lib/tdnf",
                        "/var/lib/libdnf5",
                        "/usr/lib/sysimage/libdnf5",
                        "/var/cache/dnf",
                        "/var/cache/yum",
                        "/var/cache/libdnf5")
                .orBelow("/var/cache/zypp", "/var/cache/tdnf", "/var/cache/PackageKit", "/var/log", "/run", "/var/run")
                .orPath("/etc/zypp/needreboot");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        if (!new Owners(scan).any()) {
            return;
        }
        for (FileEntry file : (Iterable<FileEntry>) scan.candidates()::iterator) {
            StateRule rule = StateRule.find(file.path());
            if (rule != null && rule.format().fits(file)) {
                Evidence evidence = Evidence.of("rpm.state", rule.meaning() + ", of the right format", file.path());
                out.accept(new Explanation(file.path(), Verdict.TRANSIENT, evidence));
            }
        }
    }
}
