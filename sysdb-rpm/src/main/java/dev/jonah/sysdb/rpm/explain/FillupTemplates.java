package dev.jonah.sysdb.rpm.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains {@code /etc/sysconfig/NAME} as SUSE's fillup makes it of the templates that packages ship for it, {@code
 * sysconfig.NAME} and {@code sysconfig.NAME-PACKAGE}: every line that is no comment is a line of one of them. A value that
 * somebody changed leaves the file unexplained.
 */
public final class FillupTemplates implements Explainer {
    private static final ImagePath[] DIRECTORIES = {
        ImagePath.of("/usr/share/fillup-templates"), ImagePath.of("/var/adm/fillup-templates")
    };

    /** Called by the service loader. */
    public FillupTemplates() {}

    @Override
    public String id() {
        return "jonah.sysdb.rpm.fillup-templates";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.below("/etc/sysconfig");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Owners owners = new Owners(scan);
        for (FileEntry file : (Iterable<FileEntry>) scan.candidates()::iterator) {
            String name =
                    file.path().latin1().substring("/etc/sysconfig/".length()).replace('/', '_');
            Set<ImagePath> inputs = new TreeSet<>();
            Set<String> lines = template(name, scan, owners, inputs);
            String text = lines.isEmpty() ? null : Plain.text(file);
            if (text != null && text.lines().allMatch(line -> isComment(line) || lines.contains(line.strip()))) {
                String what = "made of " + inputs.size() + " packaged templates, nothing changed";
                out.accept(new Explanation(
                        file.path(),
                        Verdict.DERIVED,
                        Evidence.of("rpm.fillup", what, inputs.toArray(ImagePath[]::new))));
            }
        }
    }

    /** The statements of the packaged templates for a file. */
    private static Set<String> template(String name, Scan scan, Owners owners, Set<ImagePath> inputs)
            throws IOException {
        Set<String> lines = new HashSet<>();
        for (ImagePath directory : DIRECTORIES) {
            for (FileEntry child : scan.tree().children(directory)) {
                String own = child.path().name().latin1();
                boolean fits = own.equals("sysconfig." + name) || own.startsWith("sysconfig." + name + "-");
                String text = fits && isPackaged(child, scan, owners) ? Plain.text(child) : null;
                if (text != null) {
                    inputs.add(child.path());
                    text.lines().filter(line -> !isComment(line)).forEach(line -> lines.add(line.strip()));
                }
            }
        }
        return lines;
    }

    private static boolean isPackaged(FileEntry file, Scan scan, Owners owners) {
        @Nullable Verdict verdict = scan.verdict(file.path());
        return owners.of(file.path()) != null && verdict == Verdict.VERIFIED;
    }

    private static boolean isComment(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }
}
