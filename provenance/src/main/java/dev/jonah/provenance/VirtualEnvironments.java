package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explains what Python's module {@code venv} writes (PEP 405): {@code pyvenv.cfg}, links to the packaged interpreter, and
 * the scripts that activate an environment, which are packaged templates with names of the environment filled in.
 */
public final class VirtualEnvironments implements Explainer {
    private static final String RULE = "python.environment";
    private static final FilePattern CONFIGURATION = FilePattern.named("pyvenv.cfg");
    private static final FilePattern SCRIPTS =
            FilePattern.pathSuffix("bin/activate", "bin/activate.csh", "bin/activate.fish", "bin/Activate.ps1");
    private static final FilePattern LINKS = FilePattern.pathSuffix(Stream.concat(
                    Stream.of("lib64", "bin/python", "bin/python3"),
                    IntStream.range(0, 40).mapToObj(n -> "bin/python3." + n))
            .toArray(String[]::new));

    private static final LazyPattern SETTING =
            LazyPattern.of("(home|executable|base-prefix|base-exec-prefix|base-executable|command"
                    + "|version|version_info|python-version|implementation|include-system-site-packages|prompt|virtualenv|uv|relocatable|seed)"
                    + " *= *([^\\x00-\\x1f]*)");
    private static final LazyPattern INTERPRETER = LazyPattern.of("python(?:3(?:\\.\\d+)?)?");
    private static final LazyPattern PLACEHOLDER = LazyPattern.of("__VENV_[A-Z_]+__");
    /** Nothing that a shell would act upon: blanks only within quotes, or behind the prompt's parentheses. */
    private static final String FILLED_IN = "(?:'[\\w./+@:=,() -]*'|\\([\\w./+@:=,-]*\\) |[\\w./+@:=,-]*)";

    private static final Rules RULES = Rules.of(
            Rule.derived(RULE, CONFIGURATION, VirtualEnvironments::configuration),
            Rule.derived(RULE, SCRIPTS, VirtualEnvironments::script),
            Rule.link(RULE, LINKS, VirtualEnvironments::link));

    /** Called by the service loader. */
    public VirtualEnvironments() {}

    @Override
    public String id() {
        return "jonah.provenance.virtual-environments";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        RULES.explain(scan, out);
    }

    /** Every line is a setting that is known, and the interpreter is packaged. */
    private static @Nullable Finding configuration(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        FileEntry interpreter = null;
        for (String line : text == null ? List.<String>of() : Books.lines(text)) {
            Matcher setting = SETTING.matcher(line.strip());
            if (!setting.matches()) {
                return null;
            }
            if (setting.group(1).equals("home")) {
                ImagePath home = ImagePath.of(RawText.ofLatin1(setting.group(2).strip()));
                interpreter = books.accountedFile(home.resolve("python3"));
            }
        }
        return interpreter == null
                ? null
                : Finding.of(
                        "the settings of an environment of the packaged " + interpreter.path(), interpreter.path());
    }

    private static @Nullable Finding script(FileEntry entry, Books books) throws IOException {
        String text = environment(entry, books) == null ? null : books.text(entry);
        if (text == null) {
            return null;
        }
        String name = entry.path().fileName();
        FilePattern templates = FilePattern.pathSuffix("venv/scripts/common/" + name, "venv/scripts/posix/" + name);
        for (FileEntry template : books.accounted(templates)) {
            String pattern = books.text(template);
            if (pattern != null && isFilledIn(text, pattern)) {
                return Finding.of("the packaged " + template.path() + ", filled in", template.path());
            }
        }
        return null;
    }

    /** Whether the lines are those of the template but for what stands in place of its placeholders. */
    private static boolean isFilledIn(String text, String template) {
        List<String> lines = Books.lines(text);
        List<String> wanted = Books.lines(template);
        for (int i = 0; i < wanted.size() && lines.size() == wanted.size(); i++) {
            String line = wanted.get(i);
            if (!PLACEHOLDER.matcher(line).find()) {
                if (!line.equals(lines.get(i))) {
                    return false;
                }
                continue;
            }
            StringBuilder regex = new StringBuilder();
            int end = 0;
            for (MatchResult place : PLACEHOLDER.matcher(line).results().toList()) {
                regex.append(Pattern.quote(line.substring(end, place.start()))).append(FILLED_IN);
                end = place.end();
            }
            regex.append(Pattern.quote(line.substring(end)));
            if (lines.get(i).length() > 4096 || !lines.get(i).matches(regex.toString())) {
                return false;
            }
        }
        return lines.size() == wanted.size();
    }

    private static @Nullable Finding link(FileEntry entry, Books books) {
        ImagePath configuration = environment(entry, books);
        ImagePath target = books.target(entry);
        if (configuration == null || target == null) {
            return null;
        }
        if (entry.path().fileName().equals("lib64")) {
            return target.equals(configuration.resolve("../lib"))
                    ? Finding.of("the link to lib that every environment of Python has", configuration)
                    : null;
        }
        FileEntry interpreter = books.accountedFile(entry.path());
        return interpreter != null
                        && INTERPRETER.matcher(interpreter.path().fileName()).matches()
                ? Finding.of(
                        "leads to the packaged interpreter " + interpreter.path(), interpreter.path(), configuration)
                : null;
    }

    /** The settings of the environment that the entry, in {@code bin} or beside them, belongs to; null if there are none. */
    private static @Nullable ImagePath environment(FileEntry entry, Books books) {
        ImagePath parent = entry.path().parent();
        ImagePath root = parent == null || entry.path().fileName().equals("lib64") ? parent : parent.parent();
        return root == null
                ? null
                : books.tree()
                        .resolveFile(root.resolve("pyvenv.cfg"))
                        .map(FileEntry::path)
                        .orElse(null);
    }
}
