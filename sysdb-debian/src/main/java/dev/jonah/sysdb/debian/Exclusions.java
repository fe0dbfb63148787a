package dev.jonah.sysdb.debian;

import dev.jonah.image.FileEntry;
import dev.jonah.sysdb.debian.format.DpkgConfigReader;
import dev.jonah.sysdb.debian.format.PathRule;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which dpkg leaves files out at installation: of {@code dpkg.cfg.d} by name, then of {@code dpkg.cfg}, then
 * of root's own file. The last rule that fits counts.
 */
final class Exclusions {
    // Matching takes time by the length of pattern and path, and there may be any number of either.
    private static final long MOST_WORK = 2_000_000_000L;

    /**
     * A rule with the file that has it.
     *
     * @param rule the rule
     * @param literal what every path that fits begins with
     * @param source the file
     */
    record Rule(PathRule rule, String literal, ImagePath source) {
        String note() {
            return "left out by " + rule + " of " + source;
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final Files files;
    private long work;

    Exclusions(Database database, Files files) {
        this.files = files;
        FileEntry directory =
                files.tree().resolve(database.at("etc/dpkg/dpkg.cfg.d")).orElse(null);
        if (directory != null) {
            for (FileEntry child : files.tree().children(directory.path())) {
                // Others are no configuration: copies that an editor or dpkg keeps.
                if (child.path().fileName().matches("[A-Za-z0-9_-]+")) {
                    read(child.path());
                }
            }
        }
        read(database.at("etc/dpkg/dpkg.cfg"));
        read(database.at("root/.dpkg.cfg"));
    }

    private void read(ImagePath path) {
        for (PathRule rule : files.entries(files.file(path), DpkgConfigReader::read)) {
            rules.add(new Rule(rule, rule.literalPrefix(), path));
        }
    }

    /**
     * The rule that leaves a path out, or null.
     *
     * @param regular whether it is known to be a regular file; dpkg keeps other things that may lead to included ones
     */
    @Nullable
    Rule ruleFor(RawText path, boolean regular) {
        if (rules.isEmpty() || !afford(10L * rules.size())) {
            return null;
        }
        Rule last = null;
        for (Rule rule : rules) {
            boolean candidate = path.latin1().startsWith(rule.literal);
            if (candidate && afford((long) rule.rule.pattern().length() * path.length()) && rule.rule.matches(path)) {
                last = rule;
            }
        }
        if (last == null || last.rule.include()) {
            return null;
        }
        if (!regular) {
            for (Rule rule : rules) {
                if (rule.rule.mayIncludeBelow(path)) {
                    return null;
                }
            }
        }
        return last;
    }

    private boolean afford(long more) {
        if (work > MOST_WORK) {
            return false;
        }
        work += more;
        if (work > MOST_WORK) {
            String message = "the rules that leave paths out are too many or too long to be applied to all files";
            files.diagnostics().error("dpkg.exclusions", rules.get(0).source, message);
            return false;
        }
        return true;
    }
}
