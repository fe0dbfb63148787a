package dev.jonah.provenance.signals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names that the eye takes for other names. */
final class LookAlike {
    /** Cyrillic, Armenian and Greek letters, digits and others, and in the same place what they look like. */
    private static final String LETTERS =
            "\u0430\u0441\u0501\u0435\u04bb\u0456\u0458\u04cf\u043e\u0440\u051b\u0455\u0443\u0445\u0475\u0581\u051d"
                    + "\u03bd\u03bf\u03b1\u03c1\u03b9\u03ba\u03c4\u03c501I|";

    private static final String LATIN = "acdehijlopqsyxvgwvoapiktuolll";
    /** Threads of the kernel: no file has these names. */
    private static final List<String> KERNEL = List.of(
            "kworker",
            "kthreadd",
            "ksoftirqd",
            "kswapd",
            "kdevtmpfs",
            "khugepaged",
            "kcompactd",
            "kauditd",
            "kblockd",
            "khungtaskd",
            "kintegrityd",
            "rcu_sched",
            "scsi_eh_",
            "cpuhp");
    /** Long enough that no other program is called so but for one letter. */
    private static final List<String> DAEMONS = List.of(
            "systemd",
            "systemd-udevd",
            "systemd-journald",
            "systemd-logind",
            "systemd-resolved",
            "systemd-networkd",
            "systemd-timesyncd",
            "dbus-daemon",
            "rsyslogd",
            "NetworkManager",
            "unattended-upgrade");

    private LookAlike() {}

    /** The name with every letter and digit replaced by the one that it looks like, and without blanks. */
    static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int known = LETTERS.indexOf(c);
            if (known >= 0) {
                folded.append(LATIN.charAt(known));
            } else if (!Character.isSpaceChar(c) && !Character.isISOControl(c) && (c < 0x200b || c > 0x200f)) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** The part of the system that a name is easily taken for, or null. */
    static @Nullable String ofSystem(String name) {
        if (name.length() > 2 && name.startsWith("[") && name.endsWith("]") && !name.equals("[[]")) {
            return "a thread of the kernel";
        }
        for (String thread : KERNEL) {
            if (name.startsWith(thread)) {
                return "the kernel's " + thread;
            }
        }
        for (String daemon : DAEMONS) {
            if (!name.equals(daemon) && differByOne(name, daemon)) {
                return daemon;
            }
        }
        return null;
    }

    /** One letter is another, or two neighbours have changed places. */
    private static boolean differByOne(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int first = -1;
        int count = 0;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                first = first < 0 ? i : first;
                count++;
            }
        }
        return count == 1
                || count == 2
                        && first + 1 < one.length()
                        && one.charAt(first) == other.charAt(first + 1)
                        && one.charAt(first + 1) == other.charAt(first);
    }
}
