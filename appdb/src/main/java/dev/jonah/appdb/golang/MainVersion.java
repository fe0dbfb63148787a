package dev.jonah.appdb.golang;

import dev.jonah.appdb.golang.format.GoBuildInfo;
import dev.jonah.appdb.golang.format.GoModule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of a main module. Since Go 1.24 the toolchain writes one; before, many builds gave it to the linker as the
 * value of a variable.
 *
 * @param version or null if nothing tells
 * @param source what tells: {@code build information}, the option of the linker; or null
 */
record MainVersion(@Nullable String version, @Nullable String source) {
    private static final Pattern SET_VARIABLE = Pattern.compile("-X[ =]\\s*(['\"]?)([^\\s'\"=]+)=([^\\s'\"]+)\\1");
    private static final Pattern LOOKS_LIKE_VERSION =
            Pattern.compile("v?\\d+\\.\\d+(\\.\\d+)*([-+.~][0-9A-Za-z.+~-]+)?");
    private static final int LONGEST_OPTIONS = 64 * 1024;

    static MainVersion of(GoModule main, GoBuildInfo info) {
        if (main.isReleased()) {
            return new MainVersion(main.version(), "build information");
        }
        String options = info.settings().getOrDefault("-ldflags", "");
        return options.length() > LONGEST_OPTIONS ? new MainVersion(null, null) : ofLinkerOptions(options, main.path());
    }

    /** The value of the variable that most likely is the main module's; nothing if two such differ. */
    private static MainVersion ofLinkerOptions(String options, String module) {
        List<List<String>> found = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Matcher matcher = SET_VARIABLE.matcher(options);
        while (matcher.find()) {
            String variable = matcher.group(2);
            String value = matcher.group(3);
            int dot = variable.lastIndexOf('.');
            String name = variable.substring(dot + 1);
            if (dot > 0 && isVersion(name) && LOOKS_LIKE_VERSION.matcher(value).matches()) {
                found.get(rank(variable.substring(0, dot), module)).add(variable + "=" + value);
            }
        }
        for (List<String> candidates : found) {
            TreeSet<String> values = new TreeSet<>();
            candidates.forEach(c -> values.add(c.substring(c.indexOf('=') + 1)));
            if (values.size() == 1) {
                String variable =
                        candidates.get(0).substring(0, candidates.get(0).indexOf('='));
                return new MainVersion(values.first(), "-ldflags -X " + variable);
            }
            if (values.size() > 1) {
                break;
            }
        }
        return new MainVersion(null, null);
    }

    private static boolean isVersion(String name) {
        return name.equalsIgnoreCase("version")
                || name.equalsIgnoreCase("gitVersion")
                || name.equalsIgnoreCase("buildVersion")
                || name.equalsIgnoreCase("appVersion");
    }

    /** 0 for the commands of the module, 1 for {@code main} and the module itself, 2 for others. */
    private static int rank(String importPath, String module) {
        if (importPath.startsWith(module + "/cmd/")) {
            return 0;
        }
        return importPath.equals("main") || importPath.equals(module) || importPath.startsWith(module + "/") ? 1 : 2;
    }
}
