package dev.jonah.appdb.ruby;

import dev.jonah.appdb.ruby.format.GemWrapper;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains the scripts that RubyGems writes for programs of gems. Every line must be one that RubyGems writes, the script must
 * be called like the program that it starts, and a gem of that name with that program must be installed.
 */
public final class GemWrappers implements Explainer {
    /** Found as a service. */
    public GemWrappers() {}

    @Override
    public String id() {
        return "jonah.appdb.ruby-wrappers";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.everything();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Map<String, SoftwarePackage> programs = programs(scan.packages());
        if (programs.isEmpty()) {
            return;
        }
        for (Iterator<FileEntry> files = scan.candidates()
                        .filter(file -> file.type().isRegular())
                        .iterator();
                files.hasNext(); ) {
            FileEntry file = files.next();
            ImagePath parent = file.path().parent();
            if (parent == null || !parent.latin1().endsWith("bin") || file.size() > GemWrapper.LONGEST) {
                continue;
            }
            Evidence evidence = evidence(file, programs);
            if (evidence != null) {
                out.accept(new Explanation(file.path(), Verdict.DERIVED, evidence));
            }
        }
    }

    /** Gems by their own name and that of a program. */
    private static Map<String, SoftwarePackage> programs(List<SoftwarePackage> packages) {
        Map<String, SoftwarePackage> programs = new HashMap<>();
        for (SoftwarePackage each : packages) {
            String names = each.purl().type().equals("gem") ? each.extra().get("gem.executables") : null;
            for (String name : names == null ? new String[0] : names.split(", ")) {
                programs.putIfAbsent(each.purl().name() + " " + name, each);
            }
        }
        return programs;
    }

    private static @Nullable Evidence evidence(FileEntry file, Map<String, SoftwarePackage> programs)
            throws IOException {
        Content content = file.content();
        GemWrapper wrapper = content == null ? null : GemWrapper.read(content.head(GemWrapper.LONGEST + 1));
        SoftwarePackage gem = wrapper == null ? null : programs.get(wrapper.gem() + " " + wrapper.program());
        return wrapper == null || gem == null || !file.path().name().latin1().equals(wrapper.program())
                ? null
                : new Evidence(
                        "gem.wrapper",
                        "starts the program " + wrapper.program() + " of the gem " + wrapper.gem()
                                + "; every line is one that RubyGems writes",
                        gem.foundAt());
    }
}
