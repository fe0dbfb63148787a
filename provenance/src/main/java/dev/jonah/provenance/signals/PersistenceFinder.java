package dev.jonah.provenance.signals;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.ledger.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Places from which something is started, loaded or let in without anybody asking for it. */
public final class PersistenceFinder implements SignalFinder {
    private static final List<StartPlace> PLACES = StartPlace.all();
    /** What comes from files that are accounted for may be where it is; a copy lets in nothing that was not there. */
    private static final Set<Verdict> EXPLAINED = EnumSet.of(Verdict.DERIVED, Verdict.COPY);

    private static final SignalKind PYTHON = SignalKind.alarm("python-startup", "Python runs it whenever it starts");
    private static final SignalKind PAM = SignalKind.alarm("pam-module", "logging in runs it");
    private static final SignalKind NAMES =
            SignalKind.notice("name-service-module", "whatever looks up a name or host may load it");

    private static final FilePattern PYTHON_FILES =
            FilePattern.named("sitecustomize.py", "usercustomize.py").orSuffix(".pth");

    private static final int MOST = 1 << 16;
    /** The line that virtualenv writes into each of its environments. */
    private static final String VIRTUALENV = "import _virtualenv";

    @Override
    public String id() {
        return "jonah.signals.persistence";
    }

    @Override
    public List<SignalKind> kinds() {
        List<SignalKind> kinds = new java.util.ArrayList<>(List.of(PYTHON, PAM, NAMES));
        PLACES.stream().map(StartPlace::kind).distinct().forEach(kinds::add);
        return kinds;
    }

    @Override
    public Look begin(Scan scan) {
        return (subject, findings) -> {
            FileEntry entry = subject.entry();
            if (EXPLAINED.contains(subject.verdict()) || leadsToVouched(entry, scan)) {
                return;
            }
            for (StartPlace place : PLACES) {
                if (place.pattern().matches(entry.path()) && !(place.emptyIsIdle() && isIdle(entry))) {
                    findings.add(place.kind());
                    break;
                }
            }
            module(entry.path().latin1(), findings);
            if (PYTHON_FILES.matches(entry.path()) && startsPython(subject)) {
                findings.add(PYTHON);
            }
        };
    }

    private static boolean isIdle(FileEntry entry) {
        return entry.type().isRegular() && entry.size() == 0;
    }

    private static boolean leadsToVouched(FileEntry entry, Scan scan) {
        return entry.type() == EntryType.SYMLINK
                && scan.image()
                        .tree()
                        .resolve(entry.path())
                        .filter(target -> scan.isVouchedFor(target.path()))
                        .isPresent();
    }

    private static void module(String path, Findings findings) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        if (name.startsWith("pam_") && name.endsWith(".so") && path.endsWith("/security/" + name)) {
            findings.add(PAM);
        } else if (name.startsWith("libnss_") && name.contains(".so") && path.contains("/lib")) {
            findings.add(NAMES);
        }
    }

    /** Of a {@code .pth} file only lines that begin with {@code import} and a blank are run. */
    private static boolean startsPython(Subject subject) throws IOException {
        if (!subject.entry().path().latin1().endsWith(".pth")) {
            return true;
        }
        String text = new String(subject.head(MOST), StandardCharsets.ISO_8859_1);
        return text.lines()
                .anyMatch(line -> (line.startsWith("import ") || line.startsWith("import\t"))
                        && !line.strip().equals(VIRTUALENV));
    }
}
