package dev.jonah.appdb.perl.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.support.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the version that a module's source states: the first assignment to {@code $VERSION}, or that of its
 * {@code package} line, as far as it is a literal. Code is never run, so that computed versions are unknown.
 */
public final class ModuleVersion {
    private static final int MOST_LINES = 5_000;
    private static final int LONGEST_LINE = 2_000;
    private static final String NUMBER = "v?\\d[\\w.]{0,40}";
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?<!\\\\)[$*](?:[\\w:']{0,200}(?:::|'))?VERSION\\b[^=<>!]{0,40}=(?![=~])(.*)");
    private static final Pattern PACKAGE =
            Pattern.compile("^\\s*package\\s+\\w[\\w:']{0,200}\\s+(" + NUMBER + ")\\s*[;{].*");
    private static final Pattern LITERAL = Pattern.compile("^\\s*(?:(?:version->(?:declare|new|parse)|version::qv|qv)"
            + "\\s*\\(?\\s*)?(?:'(" + NUMBER + ")'|\"(" + NUMBER + ")\"|q\\w?[{(\\[](" + NUMBER + ")[})\\]]|(" + NUMBER
            + "))\\s*(?:[;)}].*)?$");

    private ModuleVersion() {}

    /**
     * The version, or null if none is stated in a way that needs no code to run; {@code in} is closed.
     *
     * @throws IOException if it cannot be read, or is larger than the limits allow
     */
    public static @Nullable String read(InputStream in, Limits limits) throws IOException {
        try (LineReader lines = new LineReader(in, limits)) {
            boolean documentation = false;
            String line;
            while ((line = lines.readText()) != null && lines.lineNumber() <= MOST_LINES) {
                if (line.startsWith("=") && line.length() > 1 && Character.isLetter(line.charAt(1))) {
                    documentation = !line.startsWith("=cut");
                    continue;
                }
                if (line.equals("__END__") || line.equals("__DATA__")) {
                    return null;
                }
                if (documentation
                        || line.length() > LONGEST_LINE
                        || line.stripLeading().startsWith("#")) {
                    continue;
                }
                Matcher onPackage = PACKAGE.matcher(line);
                if (onPackage.matches()) {
                    return onPackage.group(1);
                }
                Matcher assignment = ASSIGNMENT.matcher(line);
                if (assignment.find()) {
                    return literal(assignment.group(1));
                }
            }
            return null;
        }
    }

    private static @Nullable String literal(String expression) {
        Matcher literal = LITERAL.matcher(expression);
        if (!literal.matches()) {
            return null;
        }
        for (int group = 1; group <= literal.groupCount(); group++) {
            if (literal.group(group) != null) {
                return literal.group(group);
            }
        }
        return null;
    }
}
