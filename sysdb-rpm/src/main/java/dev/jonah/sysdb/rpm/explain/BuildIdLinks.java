package dev.jonah.sysdb.rpm.explain;

import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.support.LazyPattern;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/**
 * Explains links in {@code /usr/lib/.build-id}, by which debuggers find programs: each must lead to a file of a package
 * whose own note has the identity that the link is named after.
 */
public final class BuildIdLinks implements Explainer {
    private static final LazyPattern NAME =
            LazyPattern.of(".*/\\.build-id/([0-9a-f]{2})/([0-9a-f]{2,126})(?:\\.\\d{1,4})?");

    /** Called by the service loader. */
    public BuildIdLinks() {}

    @Override
    public String id() {
        return "jonah.sysdb.rpm.build-id";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.below("/usr/lib/.build-id");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Owners owners = new Owners(scan);
        for (FileEntry link : (Iterable<FileEntry>) scan.candidates()::iterator) {
            Matcher name = NAME.matcher(link.path().latin1());
            if (link.type() != EntryType.SYMLINK || !name.matches()) {
                continue;
            }
            FileEntry target = scan.tree().resolveFile(link.path()).orElse(null);
            Content content = target == null ? null : target.content();
            if (target != null && content != null && owners.of(target.path()) != null) {
                if ((name.group(1) + name.group(2)).equals(BuildId.read(content))) {
                    String text = "leads to the packaged " + target.path() + ", which has this build id";
                    Evidence evidence = Evidence.of("rpm.build-id", text, target.path());
                    out.accept(new Explanation(link.path(), Verdict.DERIVED, evidence));
                }
            }
        }
    }
}
