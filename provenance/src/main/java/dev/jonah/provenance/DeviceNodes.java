package dev.jonah.provenance;

import dev.jonah.image.Device;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.support.LazyPattern;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Explains the nodes and links in {@code /dev} that every container has, with the numbers that Linux gives them
 * ({@code Documentation/admin-guide/devices.txt}). Nodes that lead to memory, disks or ports of the machine are not among
 * them.
 */
public final class DeviceNodes implements Explainer {
    private static final FilePattern PLACE = FilePattern.below("/dev");
    private static final LazyPattern ANY = LazyPattern.of(".*", Pattern.DOTALL);
    private static final LazyPattern NUMBERED = LazyPattern.of("(tty|pts/)(\\d{1,2})");

    private static final Map<String, Device> KNOWN = Map.ofEntries(
            Map.entry("null", new Device(1, 3)),
            Map.entry("zero", new Device(1, 5)),
            Map.entry("full", new Device(1, 7)),
            Map.entry("random", new Device(1, 8)),
            Map.entry("urandom", new Device(1, 9)),
            Map.entry("tty", new Device(5, 0)),
            Map.entry("console", new Device(5, 1)),
            Map.entry("ptmx", new Device(5, 2)),
            Map.entry("pts/ptmx", new Device(5, 2)),
            Map.entry("fuse", new Device(10, 229)),
            Map.entry("net/tun", new Device(10, 200)));

    private static final Rules RULES = Rules.of(
            new Rule("device.node", Verdict.DERIVED, Rule.Kind.NODE, PLACE, ANY, DeviceNodes::node),
            link("/dev/fd", "/proc/self/fd"),
            link("/dev/stdin", "/proc/self/fd/0", "/dev/fd/0"),
            link("/dev/stdout", "/proc/self/fd/1", "/dev/fd/1"),
            link("/dev/stderr", "/proc/self/fd/2", "/dev/fd/2"),
            link("/dev/ptmx", "/dev/pts/ptmx"),
            link("/dev/core", "/proc/kcore"),
            link("/dev/log", "/run/systemd/journal/dev-log"),
            link("/dev/initctl", "/run/initctl", "/run/systemd/initctl/fifo"));

    /** Called by the service loader. */
    public DeviceNodes() {}

    @Override
    public String id() {
        return "jonah.provenance.device-nodes";
    }

    @Override
    public FilePattern candidates() {
        return PLACE;
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        RULES.explain(scan, out);
    }

    private static Rule link(String path, String... targets) {
        return Rule.link("device.link", FilePattern.path(path), Check.leadsTo(targets));
    }

    private static @Nullable Finding node(FileEntry entry, Books books) {
        String name = entry.path().latin1().substring("/dev/".length());
        boolean pipe = entry.type() == EntryType.FIFO && name.equals("initctl");
        Device expected = expected(name);
        boolean device = entry.type() == EntryType.CHAR && expected != null && expected.equals(entry.device());
        return pipe || device
                ? Finding.of(
                        pipe
                                ? "the pipe to the first process"
                                : "the device " + expected + " that Linux has by this name",
                        entry.path())
                : null;
    }

    private static @Nullable Device expected(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        if (!numbered.matches()) {
            return KNOWN.get(name);
        }
        return new Device(numbered.group(1).equals("tty") ? 4 : 136, Long.parseLong(numbered.group(2)));
    }
}
