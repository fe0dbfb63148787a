package dev.jonah.sysdb.alpine;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Explains {@code X.apk-new}: what a package ships as {@code X}, put beside an edited {@code X}. The content must be what
 * the package recorded for {@code X}.
 */
public final class KeptConfiguration implements Explainer {
    private static final String SUFFIX = ".apk-new";

    /** Called by the service loader. */
    public KeptConfiguration() {}

    @Override
    public String id() {
        return "jonah.sysdb.alpine.apk-new";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.suffix(SUFFIX);
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Map<ImagePath, FileEntry> byBase = new HashMap<>();
        scan.candidates().filter(e -> e.content() != null).forEach(e -> {
            String path = e.path().latin1();
            byBase.put(ImagePath.of(RawText.ofLatin1(path.substring(0, path.length() - SUFFIX.length()))), e);
        });
        if (byBase.isEmpty()) {
            return;
        }
        for (SoftwarePackage owner : scan.packages()) {
            if (!owner.purl().type().equals("apk")) {
                continue;
            }
            for (PackageFile file : owner.files()) {
                ImagePath base = scan.tree().canonical(file.path());
                FileEntry kept = byBase.get(base);
                Content content = kept == null ? null : kept.content();
                Digest digest = file.digest();
                if (kept != null
                        && content != null
                        && digest != null
                        && digest.matches(content.digest(digest.algorithm()))) {
                    String text = "what " + owner.purl() + " ships as " + base + ", which was edited and kept";
                    Evidence evidence = Evidence.of(
                            "apk.apk-new", text, base, owner.foundAt().get(0));
                    out.accept(new Explanation(kept.path(), Verdict.DERIVED, evidence));
                    byBase.remove(base);
                }
            }
        }
    }
}
