package dev.jonah.core.steps;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code security.capability}, {@code struct vfs_cap_data} of Linux: three revisions that can say the same.
 *
 * @param effective whether the permitted ones are in effect from the start
 * @param permitted one bit for each capability
 * @param inheritable one bit for each capability
 * @param root for which user namespace they hold, by the number that its root has outside; 0 for all of them
 */
record Capabilities(boolean effective, long permitted, long inheritable, long root) {
    /** Name of the extended attribute. */
    static final String ATTRIBUTE = "security.capability";

    private static final int REVISION_2 = 0x02000000;
    private static final String NAMES = "chown dac_override dac_read_search fowner fsetid kill setgid setuid setpcap"
            + " linux_immutable net_bind_service net_broadcast net_admin net_raw ipc_lock ipc_owner sys_module sys_rawio"
            + " sys_chroot sys_ptrace sys_pacct sys_admin sys_boot sys_nice sys_resource sys_time sys_tty_config mknod"
            + " lease audit_write audit_control setfcap mac_override mac_admin syslog wake_alarm block_suspend audit_read"
            + " perfmon bpf checkpoint_restore";

    /** Null if it is none of the three revisions. */
    static @Nullable Capabilities parse(RawText value) {
        ByteBuffer bytes = ByteBuffer.wrap(value.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < 4) {
            return null;
        }
        int magic = bytes.getInt();
        int revision = magic >>> 24;
        int length = revision == 1 ? 8 : revision == 2 ? 16 : revision == 3 ? 20 : -1;
        if (bytes.remaining() != length) {
            return null;
        }
        long permitted = bytes.getInt() & 0xffff_ffffL;
        long inheritable = bytes.getInt() & 0xffff_ffffL;
        if (revision > 1) {
            permitted |= (long) bytes.getInt() << 32;
            inheritable |= (long) bytes.getInt() << 32;
        }
        long root = revision == 3 ? bytes.getInt() & 0xffff_ffffL : 0;
        return new Capabilities((magic & 1) != 0, permitted, inheritable, root);
    }

    /** Whether {@code value} says what the value with this checksum says, in whichever revision. */
    static boolean matches(Digest recorded, RawText value) {
        if (recorded.matches(Digest.compute(recorded.algorithm(), value.bytes()))) {
            return true;
        }
        Capabilities parsed = parse(value);
        return parsed != null
                && parsed.root == 0
                && recorded.matches(Digest.compute(recorded.algorithm(), parsed.secondRevision()));
    }

    /** As package managers set them. */
    private byte[] secondRevision() {
        return ByteBuffer.allocate(20)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(REVISION_2 | (effective ? 1 : 0))
                .putInt((int) permitted)
                .putInt((int) inheritable)
                .putInt((int) (permitted >>> 32))
                .putInt((int) (inheritable >>> 32))
                .array();
    }

    /** As cap_to_text(3) writes them, for people: {@code cap_net_raw=ep}. */
    @Override
    public String toString() {
        String[] names = NAMES.split(" ");
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < Long.SIZE; bit++) {
            boolean may = (permitted >>> bit & 1) != 0;
            boolean inherits = (inheritable >>> bit & 1) != 0;
            if (may || inherits) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(bit < names.length ? "cap_" + names[bit] : Integer.toString(bit))
                        .append('=')
                        .append(effective ? "e" : "")
                        .append(inherits ? "i" : "")
                        .append(may ? "p" : "");
            }
        }
        String all = text.isEmpty() ? "none" : text.toString();
        return root == 0 ? all : all + " for the user namespace of " + root;
    }
}
