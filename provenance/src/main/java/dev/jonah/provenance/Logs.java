package dev.jonah.provenance;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.provenance.format.LoginRecords;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Explains logs: records of logins whose every record is well-formed, and text below {@code /var/log} with the name of a
 * log. Files that may be executed, and text that something could obey, are not explained.
 */
public final class Logs implements Explainer {
    private static final String RECORDS = "log.logins";
    /** Records of users by number may leave large holes; a real one is never that long. */
    private static final long MOST_BYTES = 64L << 20;

    private static final FilePattern BELOW = FilePattern.below("/var/log");
    private static final String ROTATED = "(?:[.-]\\d{1,10})?(?:\\.old)?(?:\\.gz)?";

    private static final Rules RULES = Rules.of(
            records(LoginRecords.UTMP, "btmp", "wtmp", "utmp"),
            records(LoginRecords.UTMP, FilePattern.path("/run/utmp", "/run/utmp.lock")),
            records(LoginRecords.LASTLOG, "lastlog"),
            records(LoginRecords.FAILLOG, "faillog"),
            Rule.volatileFile("log.text", BELOW, Check.format(new LogText()))
                    .matching(
                            "/var/log/(?:[\\w.+-]+/)*(?:[\\w.+@-]*[._-](?:log|err|info|warn|out)|(?:log|syslog|messages|secure"
                                    + "|dmesg|boot|maillog|cron|debug|daemon|kern|lpr|mail|news|user|spooler|auth|tallylog|access"
                                    + "|error|pacman|emerge|yum|dnf|hawkey|zypper|alternatives|history))" + ROTATED));

    /** Called by the service loader. */
    public Logs() {}

    @Override
    public String id() {
        return "jonah.provenance.logs";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        RULES.explain(scan, out);
    }

    private static Rule records(LoginRecords layout, String... names) {
        return records(layout, BELOW).matching("/var/log/(?:" + String.join("|", names) + ")(?:[.-]\\d{1,10})?");
    }

    private static Rule records(LoginRecords layout, FilePattern where) {
        return Rule.volatileFile(RECORDS, where, (entry, books) -> look(layout, entry));
    }

    private static @org.jspecify.annotations.Nullable Finding look(LoginRecords layout, FileEntry entry)
            throws IOException {
        Content content = entry.content();
        if (content == null || content.size() > MOST_BYTES) {
            return null;
        }
        try (InputStream in = content.open()) {
            return layout.areIn(in, content.size())
                    ? Finding.of(
                            content.size() == 0 ? "records of logins, none yet" : "records of logins", entry.path())
                    : null;
        }
    }
}
