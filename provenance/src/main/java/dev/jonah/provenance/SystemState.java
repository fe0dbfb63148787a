package dev.jonah.provenance;

import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Explains small files that a system makes for itself, whatever the distribution: its identity, locks, marks of updates, the
 * time zone and the language. Each has a content that can do no harm, or none.
 */
public final class SystemState implements Explainer {
    private static final String STATE = "system.state";
    private static final String SETTING = "(?:LANG|LANGUAGE|LC_[A-Z]+)=(?:[\\w.@:-]*|\"[\\w.@:-]*\")";
    private static final FilePattern RUN = FilePattern.below("/run", "/var/run", "/var/lock", "/tmp", "/var/tmp");

    private static final Rules RULES = Rules.of(
            lines("the identity of the machine, made at the first start", "|uninitialized", "/etc/machine-id"),
            lines("the identity of a machine", "[0-9a-f]{32}", "/etc/machine-id", "/var/lib/dbus/machine-id"),
            lines(
                    "when systemd last updated this tree",
                    "#.*|TIMESTAMP_NSEC=\\d{1,20}",
                    "/etc/.updated",
                    "/var/.updated"),
            lines("how the hardware clock runs", "-?[0-9. -]{1,60}|UTC|LOCAL", "/etc/adjtime"),
            lines("the language of the system", "\\s*(?:#.*)?|" + SETTING, "/etc/locale.conf", "/etc/default/locale"),
            lines("no file systems to mount", "\\s*(?:#.*)?", "/etc/fstab"),
            Rule.derived(
                    STATE,
                    FilePattern.path("/etc/timezone"),
                    Named.of("the time zone", "(?=[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*$)(.+)")
                            .in("/usr/share/zoneinfo")),
            Rule.volatileFile(
                    STATE,
                    FilePattern.path(
                            "/etc/.pwd.lock",
                            "/etc/passwd.lock",
                            "/etc/group.lock",
                            "/etc/shadow.lock",
                            "/etc/gshadow.lock",
                            "/etc/security/opasswd",
                            "/run/motd",
                            "/run/reboot-required"),
                    Check.format(Format.empty("a lock or list of the system, empty"))),
            Rule.volatileFile(STATE, RUN, Check.format(Format.empty("empty")))
                    .matching(".*(?:\\.lock|\\.pid|/lock|\\.LCK|/utmp|/initctl)"),
            Rule.volatileFile(STATE, RUN, Check.format(Format.lines("the number of a process", " *\\d{1,10}")))
                    .matching(".*\\.pid"));

    /** Called by the service loader. */
    public SystemState() {}

    @Override
    public String id() {
        return "jonah.provenance.system-state";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        RULES.explain(scan, out);
    }

    private static Rule lines(String what, String line, String... paths) {
        return Rule.derived(STATE, FilePattern.path(paths), Check.format(Format.lines(what, line)));
    }
}
