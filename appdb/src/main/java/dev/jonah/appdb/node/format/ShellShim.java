package dev.jonah.appdb.node.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A script that pnpm and npm on Windows write in place of a link to a program (github.com/pnpm/cmd-shim). Nothing but the few
 * words that differ from one to another is left open, so a script with anything else in it is none.
 *
 * @param target the program, relative to the script's directory
 * @param interpreter what runs it, such as {@code node}; null if it runs by itself
 * @param arguments of the interpreter, or empty
 * @param nodePath where Node is to look for packages as well; empty for most
 */
public record ShellShim(String target, @Nullable String interpreter, String arguments, List<String> nodePath) {
    private static final String HEAD = Pattern.quote(
            "#!/bin/sh\nbasedir=$(dirname \"$(echo \"$0\" | sed -e 's,\\\\,/,g')\")\n\ncase `uname` in\n");
    private static final String CYGWIN = Pattern.quote("    *CYGWIN*) basedir=`cygpath -w \"$basedir\"`;;\n");
    private static final String MINGW = Pattern.quote("""
                *CYGWIN*|*MINGW*|*MSYS*)
                    if command -v cygpath > /dev/null 2>&1; then
                        basedir=`cygpath -w "$basedir"`
                    fi
                ;;
            """);
    private static final String PLACES = "(?<path>[\\w@+./:~-]{1,60000})";
    private static final String NODE_PATH =
            "(?:" + Pattern.quote("if [ -z \"$NODE_PATH\" ]; then\n  export NODE_PATH=\"")
                    + PLACES + Pattern.quote("\"\nelse\n  export NODE_PATH=\"") + "\\k<path>"
                    + Pattern.quote(":$NODE_PATH\"\nfi\n") + ")?";
    private static final String INTERPRETED = Pattern.quote("if [ -x \"$basedir/") + "(?<program>[\\w.+-]{1,100})"
            + Pattern.quote("\" ]; then\n  exec \"$basedir/") + "\\k<program>" + Pattern.quote("\" ")
            + "(?<arguments>[\\w=. -]{0,1000}?)" + Pattern.quote(" \"$basedir/") + "(?<script>[\\w@+./~-]{1,5000})"
            + Pattern.quote("\" \"$@\"\nelse\n  exec ") + "\\k<program>" + " \\k<arguments> "
            + Pattern.quote("\"$basedir/") + "\\k<script>" + Pattern.quote("\" \"$@\"\nfi\n");
    private static final String DIRECT = Pattern.quote("\"$basedir/") + "(?<direct>[\\w@+./~-]{1,5000})\" {1,3}"
            + Pattern.quote("\"$@\"\nexit $?\n");
    private static final Pattern SHIM = Pattern.compile(HEAD + "(?:" + CYGWIN + "|" + MINGW + ")esac\n\n" + NODE_PATH
            + "(?:" + INTERPRETED + "|" + DIRECT + ")(?:# cmd-shim-target=[^\\n]{0,5000}\\n?)?");

    /** Longer ones are none. */
    public static final int LONGEST = 200_000;

    /** Copies the list. */
    public ShellShim {
        nodePath = List.copyOf(nodePath);
    }

    /** What a script says; null if it is no such script. */
    public static @Nullable ShellShim parse(String script) {
        Matcher matcher = SHIM.matcher(script);
        if (script.length() > LONGEST || !matcher.matches()) {
            return null;
        }
        String path = matcher.group("path");
        String direct = matcher.group("direct");
        return new ShellShim(
                direct != null ? direct : matcher.group("script"),
                matcher.group("program"),
                direct != null ? "" : matcher.group("arguments").strip(),
                path == null ? List.of() : List.of(path.split(":")));
    }
}
