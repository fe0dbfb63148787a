package dev.jonah.sysdb.rpm.format;

import dev.jonah.value.RawText;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * File capabilities as rpm records them, in the text form of cap_from_text(3): {@code cap_net_raw,cap_net_admin=ep}. One
 * bit stands for each capability.
 *
 * @param effective in effect from the start
 * @param permitted that the program may use
 * @param inheritable that it may inherit
 */
public record RpmCapabilities(long effective, long permitted, long inheritable) {
    private static final int REVISION_2 = 0x0200_0000;
    private static final Pattern CLAUSE = Pattern.compile("([a-z0-9_,]*)((?:[=+-][eip]*)+)");
    private static final Pattern ACTION = Pattern.compile("([=+-])([eip]*)");
    private static final List<String> NAMES =
            List.of(("chown dac_override dac_read_search fowner fsetid kill setgid setuid setpcap linux_immutable"
                            + " net_bind_service net_broadcast net_admin net_raw ipc_lock ipc_owner sys_module sys_rawio"
                            + " sys_chroot sys_ptrace sys_pacct sys_admin sys_boot sys_nice sys_resource sys_time"
                            + " sys_tty_config mknod lease audit_write audit_control setfcap mac_override mac_admin"
                            + " syslog wake_alarm block_suspend audit_read perfmon bpf checkpoint_restore")
                    .split(" "));

    /** Null if the text is malformed, names a capability that is not known, or means all that a kernel knows. */
    public static @Nullable RpmCapabilities parse(String text) {
        RpmCapabilities sets = new RpmCapabilities(0, 0, 0);
        for (String clause : text.trim().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (clause.isEmpty()) {
                continue;
            }
            Matcher matcher = CLAUSE.matcher(clause);
            Long listed = matcher.matches() ? listed(matcher.group(1)) : null;
            if (listed == null) {
                return null;
            }
            Matcher action = ACTION.matcher(matcher.group(2));
            while (action.find()) {
                boolean raises =
                        action.group(1).charAt(0) != '-' && !action.group(2).isEmpty();
                if (raises && listed == ~0L) {
                    return null;
                }
                sets = sets.apply(action.group(1).charAt(0), action.group(2), listed);
            }
        }
        return sets;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return (effective | permitted | inheritable) == 0;
    }

    /** The value of the extended attribute {@code security.capability} as rpm sets it: revision 2. */
    public RawText attribute() {
        ByteBuffer out = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(effective == 0 ? REVISION_2 : REVISION_2 | 1);
        out.putInt((int) permitted).putInt((int) inheritable);
        out.putInt((int) (permitted >>> 32)).putInt((int) (inheritable >>> 32));
        return RawText.of(out.array());
    }

    private RpmCapabilities apply(char operator, String flags, long listed) {
        return new RpmCapabilities(
                apply(operator, flags.indexOf('e') >= 0, effective, listed),
                apply(operator, flags.indexOf('p') >= 0, permitted, listed),
                apply(operator, flags.indexOf('i') >= 0, inheritable, listed));
    }

    private static long apply(char operator, boolean named, long set, long listed) {
        return switch (operator) {
            case '=' -> named ? set | listed : set & ~listed;
            case '+' -> named ? set | listed : set;
            default -> named ? set & ~listed : set;
        };
    }

    /** Bits of the capabilities of a list; all bits for {@code all} and for none; null if one is not known. */
    private static @Nullable Long listed(String list) {
        if (list.isEmpty() || list.equals("all")) {
            return ~0L;
        }
        long bits = 0;
        for (String name : list.split(",", -1)) {
            String number = name.startsWith("cap_") ? name.substring(4) : name;
            int bit = number.matches("\\d{1,2}") ? Integer.parseInt(number) : NAMES.indexOf(number);
            if (bit < 0 || bit > 63 || number.equals(name) && !number.matches("\\d+")) {
                return null;
            }
            bits |= 1L << bit;
        }
        return bits;
    }
}
