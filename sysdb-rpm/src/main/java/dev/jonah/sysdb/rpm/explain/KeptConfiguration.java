package dev.jonah.sysdb.rpm.explain;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.MissingClass;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains what rpm puts beside configuration of a package: {@code X.rpmnew}, which must be what the package ships as
 * {@code X}, and {@code X.rpmsave} and {@code X.rpmorig}, what stood there before. Nothing records the content of those
 * two, so they must be text that no interpreter takes, and not be open to more people than {@code X}.
 */
public final class KeptConfiguration implements Explainer {
    private static final String NEW = ".rpmnew";

    /** Called by the service loader. */
    public KeptConfiguration() {}

    @Override
    public String id() {
        return "jonah.sysdb.rpm.kept-configuration";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.suffix(NEW, ".rpmsave", ".rpmorig");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Map<ImagePath, List<FileEntry>> byBase = new HashMap<>();
        Map<String, Boolean> names = new HashMap<>();
        scan.candidates().filter(Plain::isPlain).forEach(kept -> {
            String path = kept.path().latin1();
            ImagePath base = ImagePath.of(RawText.ofLatin1(path.substring(0, path.lastIndexOf('.'))));
            byBase.computeIfAbsent(base, key -> new ArrayList<>()).add(kept);
            names.put(base.name().latin1(), true);
        });
        List<SoftwarePackage> owners =
                byBase.isEmpty() ? List.of() : new Owners(scan).packages().toList();
        for (SoftwarePackage owner : owners) {
            for (PackageFile file : owner.files()) {
                if (names.containsKey(file.path().name().latin1())) {
                    ImagePath base = scan.tree().canonical(file.path());
                    for (FileEntry kept : byBase.getOrDefault(base, List.of())) {
                        explain(kept, base, file, owner, scan, out);
                    }
                }
            }
        }
    }

    private static void explain(
            FileEntry kept,
            ImagePath base,
            PackageFile file,
            SoftwarePackage owner,
            Scan scan,
            Consumer<Explanation> out)
            throws IOException {
        boolean configuration = file.ifMissing() == MissingClass.CONFIG_REMOVED;
        Content content = kept.content();
        Digest digest = file.digest();
        if (!configuration || content == null) {
            return;
        }
        boolean shipped = digest != null && digest.matches(content.digest(digest.algorithm()));
        FileEntry present = scan.tree().find(base).orElse(null);
        String text = null;
        if (shipped) {
            text = "what " + owner.purl().name() + " ships as " + base;
        } else if (!kept.path().latin1().endsWith(NEW) && isHarmless(kept, present, file)) {
            text = "what stood at " + base + " before rpm put there what "
                    + owner.purl().name() + " ships; text, and nothing records what it should be";
        }
        if (text != null) {
            ImagePath input = present == null ? owner.foundAt().get(0) : base;
            Evidence evidence = Evidence.of("rpm.kept-configuration", text, input);
            out.accept(new Explanation(kept.path(), shipped ? Verdict.DERIVED : Verdict.TRANSIENT, evidence));
        }
    }

    private static boolean isHarmless(FileEntry kept, @Nullable FileEntry present, PackageFile file)
            throws IOException {
        Integer recorded = file.mode();
        int allowed = (present == null ? 0 : present.mode()) | (recorded == null ? 0644 : recorded);
        return (kept.mode() & ~allowed) == 0 && Plain.text(kept) != null;
    }
}
