package dev.jonah.sysdb.alpine;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.util.function.Consumer;

/**
 * Explains links in {@code /etc/runlevels}, by which openrc starts services: each must lead to the init script of its
 * name, which a package owns.
 */
public final class Runlevels implements Explainer {
    /** Called by the service loader. */
    public Runlevels() {}

    @Override
    public String id() {
        return "jonah.sysdb.alpine.runlevels";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.below("/etc/runlevels");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        if (!scan.isInstalled("apk", "openrc")) {
            return;
        }
        Owners owners = new Owners(scan);
        scan.candidates().filter(e -> e.type() == EntryType.SYMLINK).forEach(link -> {
            FileEntry script = owners.target(link);
            if (script != null && script.path().equals(scan.tree().canonical(initScript(link)))) {
                String text = "makes openrc start the packaged service " + script.path();
                out.accept(new Explanation(
                        link.path(), Verdict.DERIVED, Evidence.of("apk.runlevel", text, script.path())));
            }
        });
    }

    private static ImagePath initScript(FileEntry link) {
        return ImagePath.of("/etc/init.d").child(link.path().name());
    }
}
