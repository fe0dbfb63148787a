package dev.jonah.provenance.signals;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Accounts that should not be as they are, in passwd(5) and shadow(5). */
public final class AccountFinder implements SignalFinder {
    private static final SignalKind ROOT = SignalKind.alarm("second-root", "another account than root has its rights");
    private static final SignalKind EMPTY = SignalKind.alarm("empty-password", "an account needs no password");
    private static final SignalKind SHELL = SignalKind.notice("system-shell", "an account of the system may log in");
    private static final SignalKind HASH = SignalKind.alarm("password-hash", "an account has a password");

    private static final int MOST = 1 << 20;
    private static final Set<String> PASSWD = Set.of("/etc/passwd", "/etc/passwd-");
    private static final Set<String> SHADOW = Set.of("/etc/shadow", "/etc/shadow-");
    /** Accounts that every distribution makes without a shell. */
    private static final Set<String> SYSTEM = Set.of(
            "bin",
            "daemon",
            "sys",
            "adm",
            "lp",
            "mail",
            "news",
            "uucp",
            "proxy",
            "www-data",
            "backup",
            "list",
            "irc",
            "games",
            "man",
            "nobody",
            "_apt",
            "sshd",
            "ftp",
            "operator",
            "ntp",
            "messagebus",
            "systemd-network",
            "systemd-resolve",
            "systemd-timesync",
            "dbus",
            "polkitd");

    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "dash", "ash", "zsh", "ksh", "mksh", "csh", "tcsh", "fish", "rbash", "busybox");

    @Override
    public String id() {
        return "jonah.signals.accounts";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of(ROOT, EMPTY, SHELL, HASH);
    }

    /** A package that vouches for these files does not vouch for what is odd in them, and they are small. */
    @Override
    public Set<Standing> looksAt() {
        return Set.of(Standing.values());
    }

    @Override
    public Look begin(Scan scan) {
        return AccountFinder::look;
    }

    private static void look(Subject subject, Findings findings) throws IOException {
        String path = subject.entry().path().latin1();
        if (!path.startsWith("/etc/")) {
            return;
        }
        if (PASSWD.contains(path)) {
            lines(subject).forEach(line -> account(line, findings));
        } else if (SHADOW.contains(path)) {
            lines(subject).forEach(line -> password(line, findings));
        }
    }

    private static java.util.stream.Stream<String[]> lines(Subject subject) throws IOException {
        return new String(subject.head(MOST), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("+") && !line.startsWith("-"))
                .map(line -> line.split(":", -1));
    }

    private static void account(String[] fields, Findings findings) {
        if (fields.length != 7) {
            return;
        }
        String name = fields[0];
        if (!name.equals("root") && isZero(fields[2])) {
            findings.add(ROOT, "the account " + name + " has the user id 0");
        }
        if (fields[1].isEmpty()) {
            findings.add(EMPTY, "the account " + name);
        } else if (isHash(fields[1])) {
            findings.add(HASH, "the account " + name);
        }
        String shell = fields[6].substring(fields[6].lastIndexOf('/') + 1).strip();
        if (SYSTEM.contains(name) && SHELLS.contains(shell)) {
            findings.add(SHELL, "the account " + name + " has the shell " + fields[6]);
        }
    }

    private static void password(String[] fields, Findings findings) {
        if (fields.length < 8) {
            return;
        }
        if (fields[1].isEmpty()) {
            findings.add(EMPTY, "the account " + fields[0]);
        } else if (isHash(fields[1])) {
            findings.add(HASH, "the account " + fields[0]);
        }
    }

    private static boolean isZero(String number) {
        return !number.isEmpty() && number.chars().allMatch(c -> c == '0');
    }

    /** As crypt(5) writes them; what is locked with an exclamation mark still is one. */
    private static boolean isHash(String field) {
        String hash = field.startsWith("!") ? field.substring(field.lastIndexOf('!') + 1) : field;
        return hash.startsWith("$") && hash.length() > 10
                || hash.startsWith("_") && hash.length() == 20
                || hash.length() == 13 && hash.chars().allMatch(AccountFinder::isOfCrypt);
    }

    private static boolean isOfCrypt(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '/';
    }
}
