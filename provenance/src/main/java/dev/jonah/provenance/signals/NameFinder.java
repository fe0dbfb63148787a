package dev.jonah.provenance.signals;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.value.RawText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names that are meant to be overlooked or taken for others. */
public final class NameFinder implements SignalFinder {
    private static final SignalKind MISLEADING =
            SignalKind.alarm("misleading-name", "its name is not what a terminal shows");
    private static final SignalKind BLANK = SignalKind.notice("blank-at-end", "its name begins or ends with a blank");
    private static final SignalKind DOUBLE = SignalKind.notice(
            "double-extension", "its name looks like that of a document and ends like that of a program");

    private static final Set<String> PROGRAMS = Set.of(
            "sh", "bash", "exe", "com", "scr", "bat", "cmd", "ps1", "vbs", "elf", "run", "bin", "pl", "out", "jar",
            "hta");
    private static final Set<String> DOCUMENTS = Set.of(
            "jpg", "jpeg", "png", "gif", "bmp", "svg", "webp", "ico", "pdf", "doc", "docx", "xls", "xlsx", "ppt",
            "pptx", "odt", "rtf", "mp3", "mp4", "avi", "mov", "mkv", "wav");

    @Override
    public String id() {
        return "jonah.signals.names";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of(MISLEADING, BLANK, DOUBLE);
    }

    @Override
    public Set<Standing> looksAt() {
        return Set.of(Standing.UNVOUCHED, Standing.INSIDE);
    }

    @Override
    public Look begin(Scan scan) {
        return NameFinder::look;
    }

    private static void look(Subject subject, Findings findings) {
        boolean inside = subject.standing() == Standing.INSIDE;
        if (inside && isPlain(subject.entry().path().latin1())) {
            return;
        }
        for (RawText part : subject.entry().path().parts()) {
            String text = part.toString();
            String problem = misleading(text);
            if (problem != null) {
                findings.add(MISLEADING, problem);
            } else if (!inside && (isBlank(text.codePointAt(0)) || isBlank(text.codePointBefore(text.length())))) {
                findings.add(BLANK);
            }
        }
        if (!inside
                && subject.entry().type().isRegular()
                && hasDoubleExtension(subject.entry().path().fileName())) {
            findings.add(DOUBLE);
        }
    }

    /** Whether all characters can be seen, and none of the parts begins with dots; as nearly all do. */
    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                return false;
            }
        }
        return !path.contains("/..");
    }

    private static @Nullable String misleading(String name) {
        if (name.length() > 2 && name.chars().allMatch(c -> c == '.' || isBlank(c)) && name.indexOf('.') >= 0) {
            return "it is made of dots" + (name.chars().anyMatch(NameFinder::isBlank) ? " and blanks" : "");
        }
        boolean ascii = name.codePoints().allMatch(c -> c < 128 || isInvisible(c));
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            if (c < ' ' || c == 0x7f) {
                return "it holds a control character";
            }
            if (c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069) {
                return "it changes the direction of writing";
            }
            // Some scripts need these between their letters.
            if (isInvisible(c) && (ascii || c == 0x200b || c == 0xfeff)) {
                return "it holds a character that is not visible";
            }
            i += Character.charCount(c);
        }
        return null;
    }

    private static boolean isInvisible(int c) {
        return c >= 0x200b && c <= 0x200f || c >= 0x2060 && c <= 0x2064 || c == 0xfeff || c == 0xad;
    }

    private static boolean isBlank(int c) {
        return Character.isSpaceChar(c) || c == '\t';
    }

    private static boolean hasDoubleExtension(String name) {
        int last = name.lastIndexOf('.');
        int before = last < 1 ? -1 : name.lastIndexOf('.', last - 1);
        if (before < 1) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return PROGRAMS.contains(lower.substring(last + 1).strip())
                && DOCUMENTS.contains(lower.substring(before + 1, last).strip());
    }
}
