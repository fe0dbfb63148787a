package dev.jonah.distro.detect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The codename that an os-release tells of. Debian before 10 hid it in {@code VERSION="7 (wheezy)"}, and testing and
 * unstable, which cannot be told apart, in {@code PRETTY_NAME="Debian GNU/Linux buster/sid"}. Other texts in parentheses
 * are editions ({@code 40 (Container Image)}) or names for people ({@code Focal Fossa}), so only one word in small
 * letters is taken.
 */
final class Codename {
    private static final Pattern IN_VERSION = Pattern.compile("\\(([a-z][a-z0-9-]*)\\)$");
    private static final Pattern BEFORE_SID = Pattern.compile("(?:^| )([a-z]+)/sid$");

    private Codename() {}

    static @Nullable String of(String id, Assignments fields) {
        String declared = fields.get("VERSION_CODENAME");
        if (declared != null) {
            return declared;
        }
        String found = match(IN_VERSION, fields.get("VERSION"));
        return found == null && id.equals("debian") ? match(BEFORE_SID, fields.get("PRETTY_NAME")) : found;
    }

    /** The release that {@code bookworm/sid} comes before, or null. */
    static @Nullable String beforeSid(String text) {
        return match(BEFORE_SID, text);
    }

    private static @Nullable String match(Pattern pattern, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
