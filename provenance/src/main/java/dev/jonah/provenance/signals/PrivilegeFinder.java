package dev.jonah.provenance.signals;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileVersion;
import dev.jonah.image.Image;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageFile.Aspect;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Rights that a file gives to whoever runs or reaches it. What a package recorded is compared elsewhere; of packaged files
 * only those are told whose mode no package recorded, as dpkg does not.
 */
public final class PrivilegeFinder implements SignalFinder {
    private static final SignalKind SETUID = SignalKind.alarm("setuid", "it runs with the rights of its owner");
    private static final SignalKind SETGID = SignalKind.alarm("setgid", "it runs with the rights of its group");
    private static final SignalKind CAPABILITIES =
            SignalKind.alarm("capabilities", "it runs with some of the rights of root");
    private static final SignalKind WRITABLE = SignalKind.notice("world-writable", "everybody may change it");
    private static final SignalKind READABLE =
            SignalKind.alarm("shadow-readable", "everybody may read the hashes of passwords");
    private static final SignalKind DEVICE =
            SignalKind.info("device", "it is a device, and not one that every system has");
    private static final SignalKind DEVICE_ELSEWHERE =
            SignalKind.alarm("device-outside-dev", "it is a device outside the directory for devices");
    private static final SignalKind LATER = SignalKind.alarm(
            "set-id-later", "a later layer gave a packaged program a set-id bit and changed nothing else");
    private static final SignalKind UNUSUAL =
            SignalKind.notice("set-id-unusual", "no distribution is known to give this program a set-id bit");

    private static final int SET_ID = 06000;
    private static final String CAPABILITY = "security.capability";
    private static final Set<String> SHADOW = Set.of("/etc/shadow", "/etc/gshadow", "/etc/shadow-", "/etc/gshadow-");

    @Override
    public String id() {
        return "jonah.signals.privileges";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of(SETUID, SETGID, CAPABILITIES, WRITABLE, READABLE, DEVICE, DEVICE_ELSEWHERE, LATER, UNUSUAL);
    }

    @Override
    public Set<Standing> looksAt() {
        return Set.of(Standing.UNVOUCHED, Standing.INSIDE, Standing.VOUCHED);
    }

    @Override
    public Look begin(Scan scan) {
        Image image = scan.image();
        return (subject, findings) -> {
            FileEntry entry = subject.entry();
            if (!entry.type().isRegular()) {
                device(subject, findings);
                return;
            }
            if ((entry.mode() & 0004) != 0 && SHADOW.contains(entry.path().latin1())) {
                findings.add(READABLE);
            }
            if (subject.standing() != Standing.VOUCHED) {
                unvouched(entry, findings);
            } else {
                vouched(entry, subject.promise(), image, findings);
            }
        };
    }

    private static void device(Subject subject, Findings findings) {
        FileEntry entry = subject.entry();
        boolean node = entry.type() == EntryType.CHAR || entry.type() == EntryType.BLOCK;
        if (node && subject.standing() != Standing.VOUCHED) {
            boolean elsewhere = !entry.path().latin1().startsWith("/dev/");
            if (elsewhere) {
                findings.add(DEVICE_ELSEWHERE);
            } else if (subject.verdict() != Verdict.DERIVED) {
                findings.add(DEVICE);
            }
        }
    }

    private static void unvouched(FileEntry entry, Findings findings) {
        if ((entry.mode() & 04000) != 0) {
            findings.add(SETUID);
        }
        if ((entry.mode() & 02000) != 0) {
            findings.add(SETGID);
        }
        if ((entry.mode() & 0002) != 0) {
            findings.add(WRITABLE);
        }
        if (entry.attributes().containsKey(CAPABILITY)) {
            findings.add(CAPABILITIES);
        }
    }

    /** What the package recorded and what it does not insist on was compared with the entry before. */
    private static void vouched(
            FileEntry entry, @org.jspecify.annotations.Nullable PackageFile promise, Image image, Findings findings)
            throws IOException {
        if (promise == null || promise.mode() != null || promise.masked().contains(Aspect.MODE)) {
            return;
        }
        if ((entry.mode() & 0002) != 0) {
            findings.add(WRITABLE);
        }
        if ((entry.mode() & SET_ID) != 0) {
            if (!SetIdPrograms.contains(entry.path().fileName())) {
                findings.add(UNUSUAL);
            }
            if (hadLess(entry, image)) {
                findings.add(LATER);
            }
        }
    }

    /** Whether a lower layer has the same bytes without the bits. Few files have such bits: this is seldom asked. */
    private static boolean hadLess(FileEntry entry, Image image) throws IOException {
        for (FileVersion version : image.versions(entry.path())) {
            FileEntry earlier = version.entry();
            if (earlier.layer() < entry.layer()
                    && earlier.type().isRegular()
                    && earlier.size() == entry.size()
                    && (entry.mode() & ~earlier.mode() & SET_ID) != 0
                    && SameContent.of(earlier, entry)) {
                return true;
            }
        }
        return false;
    }
}
