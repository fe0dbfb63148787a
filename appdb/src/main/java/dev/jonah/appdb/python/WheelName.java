package dev.jonah.appdb.python;

import dev.jonah.appdb.python.format.Requirement;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a wheel or egg tells.
 *
 * @param distribution its name, in which a hyphen stands as an underscore
 * @param version in which a hyphen, and in older ones a plus sign, stands as an underscore
 * @param isWheel or an egg
 */
record WheelName(String distribution, String version, boolean isWheel) {
    private static final Pattern WHEEL = Pattern.compile(
            "([\\w.]+)-([\\w.!+]+)(?:-\\d\\w*)?-[\\w.]+-[\\w.]+-[\\w.]+\\.whl", Pattern.CASE_INSENSITIVE);
    private static final Pattern EGG =
            Pattern.compile("([\\w.]+)-([\\w.!+]+)-py\\d[\\d.]*(?:-[\\w.-]+)?\\.egg", Pattern.CASE_INSENSITIVE);

    /** The parts; null if it is the name of neither. */
    static @Nullable WheelName of(String name) {
        boolean wheel = name.toLowerCase(Locale.ROOT).endsWith(".whl");
        Matcher parts = (wheel ? WHEEL : EGG).matcher(name);
        return name.length() <= 512 && parts.matches() ? new WheelName(parts.group(1), parts.group(2), wheel) : null;
    }

    /** Whether these are its name and version. */
    boolean fits(@Nullable String name, @Nullable String number) {
        return name != null
                && number != null
                && Requirement.normalise(name).equals(Requirement.normalise(distribution))
                && escaped(number).equals(escaped(version));
    }

    private static String escaped(String number) {
        return number.replaceAll("[+_-]", "_");
    }
}
