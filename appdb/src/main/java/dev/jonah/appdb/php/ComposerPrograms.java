package dev.jonah.appdb.php;

import dev.jonah.appdb.php.format.ComposerInstallation;
import dev.jonah.appdb.php.format.ComposerPackage;
import dev.jonah.appdb.php.format.ComposerProxy;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains what Composer puts into {@code vendor/bin} for programs that packages name in its record: a link to the program,
 * or a script that does nothing but start it, every line of which is one that Composer writes.
 */
public final class ComposerPrograms implements Explainer {
    /** Found as a service. */
    public ComposerPrograms() {}

    @Override
    public String id() {
        return "jonah.appdb.composer-programs";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.everything();
    }

    /** A program of a package. */
    private record Program(ImagePath path, String owner, ImagePath record) {}

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Map<ImagePath, Program> programs = programs(scan);
        if (programs.isEmpty()) {
            return;
        }
        ComposerProxy proxies = ComposerProxy.load();
        for (Iterator<FileEntry> files = scan.candidates()
                        .filter(file -> programs.containsKey(file.path()))
                        .iterator();
                files.hasNext(); ) {
            FileEntry file = files.next();
            Program program = programs.get(file.path());
            String text = program == null ? null : starts(file, program, proxies, scan);
            if (program != null && text != null) {
                out.accept(new Explanation(
                        file.path(),
                        Verdict.DERIVED,
                        Evidence.of("composer.program", text + program.owner(), program.record())));
            }
        }
    }

    /** Programs by the path of what starts them. */
    private static Map<ImagePath, Program> programs(Scan scan) throws IOException {
        TreeSet<ImagePath> found = new TreeSet<>();
        for (SoftwarePackage each : scan.packages()) {
            if (each.purl().type().equals("composer")) {
                found.addAll(each.foundAt());
            }
        }
        ComposerRecords records = ComposerRecords.of(scan);
        Map<ImagePath, Program> programs = new HashMap<>();
        for (ImagePath record : found) {
            Vendor vendor = Vendor.of(record);
            ComposerInstallation installation =
                    vendor == null || !record.equals(vendor.json()) ? null : records.json(record);
            if (vendor == null || installation == null) {
                continue;
            }
            for (ComposerPackage each : installation.packages()) {
                ImagePath directory = ComposerDirectories.locate(vendor, each);
                for (String program : each.programs()) {
                    ImagePath path = directory == null ? null : directory.resolve("./" + program);
                    if (path != null && !path.isRoot()) {
                        ImagePath link = vendor.directory().resolve("bin").child(path.name());
                        programs.putIfAbsent(link, new Program(path, String.valueOf(each.name()), record));
                    }
                }
            }
        }
        return programs;
    }

    /** What it is, for the evidence; null if it is anything else. */
    private static @Nullable String starts(FileEntry file, Program program, ComposerProxy proxies, Scan scan)
            throws IOException {
        FileEntry target = scan.tree().resolve(program.path()).orElse(null);
        ImagePath bin = file.path().parent();
        ImagePath vendor = bin == null ? null : bin.parent();
        if (target == null || vendor == null || !target.type().isRegular()) {
            return null;
        }
        if (file.type() == EntryType.SYMLINK) {
            FileEntry linked = scan.tree().resolve(file.path()).orElse(null);
            return linked != null && linked.path().equals(target.path()) ? "link to a program of the package " : null;
        }
        Content script = file.content();
        Content content = target.content();
        if (!file.type().isRegular()
                || script == null
                || content == null
                || script.size() > ComposerProxy.LONGEST
                || !program.path().startsWith(vendor)) {
            return null;
        }
        String relative =
                "../" + program.path().latin1().substring(vendor.latin1().length() + 1);
        String first = RawText.of(content.head(512)).latin1().split("\n", 2)[0];
        return proxies.isFor(script.head(ComposerProxy.LONGEST + 1), relative, first)
                ? "it does nothing but start a program of the package "
                : null;
    }
}
