package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.support.StanzaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Where apt gets packages from (sources.list(5), both formats): only archives of distributions, only with keys that a
 * package ships, and nothing that switches checks off. Any other source stays unexplained, since packages from there
 * are not the distribution's.
 */
final class AptSource implements Check {
    private static final LazyPattern HOST =
            LazyPattern.of("(?:https?|tor\\+https?|mirror\\+https?)://(?:[a-z0-9-]+\\.)*"
                    + "(?:debian\\.org|ubuntu\\.com|kali\\.org|devuan\\.org|raspbian\\.org|raspberrypi\\.(?:org|com)|freexian\\.com)"
                    + "(?:/[A-Za-z0-9._~+-]*)*");
    private static final LazyPattern LINE =
            LazyPattern.of("deb(?:-src)?\\s+(?:\\[([^\\]]*)\\]\\s+)?(\\S+)\\s+(\\S+)((?:\\s+[\\w./-]+)*)\\s*(?:#.*)?");
    private static final LazyPattern OPTION = LazyPattern.of("(?:arch|lang|target|signed-by|by-hash|pdiffs)[+-]?=\\S+");
    private static final LazyPattern WORDS = LazyPattern.of("[\\w./\\s:+-]*");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        if (text == null) {
            return null;
        }
        int sources = entry.path().fileName().endsWith(".sources") ? stanzas(text, books) : lines(text, books);
        return sources < 0
                ? null
                : Finding.of(
                        sources == 0
                                ? "no source of packages"
                                : sources + " sources of packages, all archives of distributions",
                        entry.path());
    }

    private static int lines(String text, Books books) {
        int sources = 0;
        for (String line : Lines.of(text)) {
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(stripped);
            boolean fits = Lines.isSafe(LINE, stripped) && matcher.matches() && Lines.fits(HOST, matcher.group(2));
            String options = fits ? matcher.group(1) : null;
            for (String option :
                    options == null ? new String[0] : options.strip().split("\\s+")) {
                fits &= OPTION.matcher(option).matches();
                fits &= !option.startsWith("signed-by=")
                        || areKeys(option.substring(10).replace(',', ' '), books);
            }
            if (!fits) {
                return -1;
            }
            sources++;
        }
        return sources;
    }

    private static int stanzas(String text, Books books) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        StanzaReader reader = new StanzaReader(new ByteArrayInputStream(bytes), books.limits(), true);
        StanzaReader.Stanza stanza;
        int sources = 0;
        while ((stanza = reader.read()) != null) {
            String places = stanza.text("URIs");
            boolean fits = stanza.malformed().isEmpty() && places != null;
            for (String place : places == null ? new String[0] : places.strip().split("\\s+")) {
                fits &= Lines.fits(HOST, place);
            }
            for (StanzaReader.Field field : stanza.fields()) {
                fits &= switch (field.name().toLowerCase(java.util.Locale.ROOT)) {
                    case "uris" -> true;
                    case "signed-by" -> areKeys(field.value(), books);
                    case "types",
                            "suites",
                            "components",
                            "architectures",
                            "languages",
                            "targets",
                            "enabled",
                            "pdiffs",
                            "by-hash" -> WORDS.matcher(field.value()).matches();
                    default -> field.name().regionMatches(true, 0, "X-", 0, 2);
                };
            }
            if (!fits) {
                return -1;
            }
            sources++;
        }
        return sources;
    }

    private static boolean areKeys(String names, Books books) {
        return List.of(names.strip().split("\\s+")).stream()
                .allMatch(name -> name.startsWith("/") && books.accounted(name) != null);
    }
}
