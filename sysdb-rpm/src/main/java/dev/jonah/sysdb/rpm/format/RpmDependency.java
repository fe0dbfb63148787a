package dev.jonah.sysdb.rpm.format;

import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.List;

/**
 * What a package needs, provides or shuns.
 *
 * @param name of a package, a capability or a file
 * @param flags bits of the tag; the comparison is in bits 1 to 3
 * @param version what the version is compared with; empty for any
 */
public record RpmDependency(String name, int flags, String version) {
    private static final int LESS = 1 << 1;
    private static final int GREATER = 1 << 2;
    private static final int EQUAL = 1 << 3;

    /** What such a list is about. */
    public enum Kind {
        /** What the package offers. */
        PROVIDES(RpmTag.PROVIDENAME, RpmTag.PROVIDEFLAGS, RpmTag.PROVIDEVERSION),
        /** What must be there. */
        REQUIRES(RpmTag.REQUIRENAME, RpmTag.REQUIREFLAGS, RpmTag.REQUIREVERSION),
        /** What must not be there. */
        CONFLICTS(RpmTag.CONFLICTNAME, RpmTag.CONFLICTFLAGS, RpmTag.CONFLICTVERSION),
        /** What it replaces. */
        OBSOLETES(RpmTag.OBSOLETENAME, RpmTag.OBSOLETEFLAGS, RpmTag.OBSOLETEVERSION),
        /** What should be there. */
        RECOMMENDS(RpmTag.RECOMMENDNAME, RpmTag.RECOMMENDFLAGS, RpmTag.RECOMMENDVERSION),
        /** What might be there. */
        SUGGESTS(RpmTag.SUGGESTNAME, RpmTag.SUGGESTFLAGS, RpmTag.SUGGESTVERSION),
        /** What it should be there for. */
        SUPPLEMENTS(RpmTag.SUPPLEMENTNAME, RpmTag.SUPPLEMENTFLAGS, RpmTag.SUPPLEMENTVERSION),
        /** What it might be there for. */
        ENHANCES(RpmTag.ENHANCENAME, RpmTag.ENHANCEFLAGS, RpmTag.ENHANCEVERSION),
        /** What is to be installed before it, if at all. */
        ORDERS_AFTER(RpmTag.ORDERNAME, RpmTag.ORDERFLAGS, RpmTag.ORDERVERSION);

        private final RpmTag names;
        private final RpmTag flags;
        private final RpmTag versions;

        Kind(RpmTag names, RpmTag flags, RpmTag versions) {
            this.names = names;
            this.flags = flags;
            this.versions = versions;
        }

        List<RpmDependency> read(RpmHeader header) {
            List<RpmDependency> found = new ArrayList<>();
            long[] bits = header.numbers(flags);
            List<RawText> compared = header.texts(versions);
            for (RawText name : header.texts(names)) {
                int i = found.size();
                found.add(new RpmDependency(
                        name.toString(),
                        i < bits.length ? (int) bits[i] : 0,
                        i < compared.size() ? compared.get(i).toString() : ""));
            }
            return found;
        }
    }

    /** As rpm writes it: {@code glibc >= 2.34}. */
    @Override
    public String toString() {
        String comparison = ((flags & LESS) != 0 ? "<" : "")
                + ((flags & GREATER) != 0 ? ">" : "")
                + ((flags & EQUAL) != 0 ? "=" : "");
        return version.isEmpty() || comparison.isEmpty() ? name : name + " " + comparison + " " + version;
    }
}
