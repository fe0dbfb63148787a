package dev.jonah.sysdb.rpm.explain;

import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which format a file of a package manager must have, and what it is.
 *
 * @param path the whole path
 * @param format what the content must look like
 * @param meaning what it is, for a person
 */
record StateRule(LazyPattern path, StateFormat format, String meaning) {
    private static final String CACHE = "/var/cache/(?:dnf|yum|libdnf5|zypp|tdnf|PackageKit)/(?:.+/)?";
    private static final String SIDE = "-(?:wal|shm|journal)";

    /** All of them; the first whose path fits counts. */
    static final List<StateRule> ALL = List.of(
            // What was done
            of("/var/lib/dnf/history\\.sqlite", StateFormat.SQLITE, "the history of dnf"),
            of("/var/lib/dnf/history\\.sqlite" + SIDE, StateFormat.SQLITE_SIDE, "beside the history of dnf"),
            of("/var/lib/yum/history/history-[\\d-]+\\.sqlite", StateFormat.SQLITE, "the history of yum"),
            of("/var/lib/yum/history/history-[\\d-]+\\.sqlite" + SIDE, StateFormat.SQLITE_SIDE, "beside yum's history"),
            of("/usr/lib/sysimage/libdnf5/\\w+\\.sqlite", StateFormat.SQLITE, "the history of dnf 5"),
            of(
                    "/usr/lib/sysimage/libdnf5/\\w+\\.sqlite" + SIDE,
                    StateFormat.SQLITE_SIDE,
                    "beside the history of dnf 5"),
            of("/usr/lib/sysimage/libdnf5/\\w+\\.toml", StateFormat.TOML, "what dnf 5 was asked for"),
            of(
                    "/usr/lib/sysimage/libdnf5/comps_groups/\\w[\\w.-]*\\.xml",
                    StateFormat.XML,
                    "a group that dnf 5 installed"),
            of("/var/lib/tdnf/history\\.db", StateFormat.SQLITE, "the history of tdnf"),
            of("/var/lib/tdnf/history\\.db" + SIDE, StateFormat.SQLITE_SIDE, "beside the history of tdnf"),
            of("/var/lib/tdnf/autoinstalled", StateFormat.NAMES, "what tdnf installed for other packages"),
            // State
            of("/var/lib/dnf/groups\\.json", StateFormat.JSON, "the groups that dnf installed"),
            of(
                    "/var/lib/dnf/modulefailsafe/[\\w.:+-]+\\.yaml",
                    StateFormat.MODULE,
                    "what dnf keeps of enabled modules"),
            of("/var/lib/(?:dnf|libdnf5)/repos/[^/]+/countme", StateFormat.NUMBERS, "when dnf counted itself"),
            of("/var/lib/yum/yumdb/./[^/]+/[a-z_]+", StateFormat.NAMES, "where yum got a package from"),
            of("/var/lib/yum/uuid", StateFormat.UUID, "the number of this installation"),
            of("/var/lib/yum/rpmdb-indexes/[\\w-]+", StateFormat.NAMES, "an index of yum"),
            of("/var/lib/yum/transaction-(?:all|done)[\\w.:-]*", StateFormat.NAMES, "what yum was about to do"),
            of("/var/lib/zypp/AnonymousUniqueId", StateFormat.UUID, "the number of this installation"),
            of(
                    "/var/lib/zypp/(?:AutoInstalled|SoftLocks|RequestedLocales|LastDistributionFlavor|InstalledOnce)",
                    StateFormat.NAMES,
                    "state of zypp"),
            of("/etc/zypp/needreboot|/run/reboot-needed", StateFormat.EMPTY, "a mark of zypp"),
            of(
                    "/(?:run|var/run|var/lib/(?:dnf|yum|tdnf)|var/cache/(?:dnf|yum|tdnf|zypp))/[\\w./-]*\\.(?:pid|lock)",
                    StateFormat.NUMBERS,
                    "a lock of the package manager"),
            // Logs
            of(
                    "/var/log/(?:dnf5?|dnf\\.librepo|dnf\\.rpm|hawkey|yum|zypper|tdnf|microdnf)\\.log(?:[.-]\\d+)?",
                    StateFormat.LOG,
                    "a log of the package manager"),
            of("/var/log/zypp/history", StateFormat.LOG, "the history of zypp"),
            // Caches
            of(CACHE + "[^/]+\\.solvx?", StateFormat.SOLV, "an index of packages"),
            of(CACHE + "solv", StateFormat.SOLV, "an index of packages"),
            of(CACHE + "[^/]+\\.rpm", StateFormat.RPM, "a package that was fetched"),
            of(CACHE + "[^/]+\\.(?:gz|bz2|xz|zst|zck)", StateFormat.COMPRESSED, "metadata of a repository"),
            of(CACHE + "[^/]+\\.(?:xml|xml\\.new)", StateFormat.XML, "metadata of a repository"),
            of(CACHE + "[^/]+\\.(?:asc|key)", StateFormat.ARMOUR, "a signature or key of a repository"),
            of(CACHE + "[^/]+\\.(?:sqlite|db)", StateFormat.SQLITE, "metadata of a repository"),
            of(CACHE + "[^/]+\\.(?:sqlite|db)" + SIDE, StateFormat.SQLITE_SIDE, "beside metadata of a repository"),
            of(CACHE + "[^/]+\\.json", StateFormat.JSON, "state of a repository"),
            of(
                    CACHE + "(?:mirrorlist(?:\\.txt)?|timedhosts(?:\\.txt)?)",
                    StateFormat.ADDRESSES,
                    "mirrors of a repository"),
            of(
                    CACHE + "(?:cachecookie|last_makecache|lastrefresh|\\.gpgkeyschecked\\.yum|cookie)",
                    StateFormat.NAMES,
                    "when a repository was asked"));

    private static StateRule of(String path, StateFormat format, String meaning) {
        return new StateRule(LazyPattern.of(path), format, meaning);
    }

    /** The rule for a path, or null. */
    static @Nullable StateRule find(ImagePath path) {
        for (StateRule rule : ALL) {
            if (rule.path.matcher(path.latin1()).matches()) {
                return rule;
            }
        }
        return null;
    }
}
