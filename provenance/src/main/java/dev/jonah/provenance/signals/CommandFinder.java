package dev.jonah.provenance.signals;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Programs that stand before a packaged command of the same name, or that are called much like one. */
public final class CommandFinder implements SignalFinder {
    private static final SignalKind SHADOWS =
            SignalKind.notice("shadows-command", "a shell finds it before the packaged command of the same name");
    private static final SignalKind IMITATES =
            SignalKind.alarm("imitates-command", "its name is easily taken for that of something of the system");

    @Override
    public String id() {
        return "jonah.signals.commands";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of(SHADOWS, IMITATES);
    }

    @Override
    public Look begin(Scan scan) {
        List<ImagePath> path = SearchPath.of(scan.image());
        FileTree tree = scan.image().tree();
        Map<String, Integer> packaged = new HashMap<>();
        Set<String> all = new HashSet<>();
        Map<String, String> alike = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            for (FileEntry entry : tree.children(path.get(i))) {
                String name = entry.path().fileName();
                if (!entry.isDirectory() && scan.isVouchedFor(entry.path())) {
                    packaged.putIfAbsent(name, i);
                    alike.putIfAbsent(LookAlike.fold(name), name);
                    all.add(name);
                } else if (scan.verdict(entry.path()) == Verdict.DERIVED) {
                    all.add(name);
                }
            }
        }
        return (subject, findings) -> {
            if (!isCommand(subject, scan)) {
                return;
            }
            FileEntry entry = subject.entry();
            String name = entry.path().fileName();
            Integer at = packaged.get(name);
            int here = path.indexOf(entry.path().parent());
            if (at != null && here >= 0 && here < at) {
                findings.add(
                        SHADOWS,
                        "it comes before " + path.get(at).resolve(entry.path().name()));
            }
            String imitated = all.contains(name) ? null : imitated(name, alike.get(LookAlike.fold(name)));
            if (imitated != null) {
                findings.add(IMITATES, "its name looks like " + imitated);
            }
        };
    }

    private static @Nullable String imitated(String name, @Nullable String packaged) {
        return packaged != null && !packaged.equals(name) ? packaged : LookAlike.ofSystem(name);
    }

    /** A program, or a link to something that no package vouches for. */
    private static boolean isCommand(Subject subject, Scan scan) throws IOException {
        if (subject.verdict() == Verdict.DERIVED) {
            return false;
        }
        if (subject.entry().type() != EntryType.SYMLINK) {
            return Program.runs(Program.of(subject));
        }
        return scan.image()
                .tree()
                .resolve(subject.entry().path())
                .filter(target -> target.type().isRegular() && !scan.isVouchedFor(target.path()))
                .isPresent();
    }
}
