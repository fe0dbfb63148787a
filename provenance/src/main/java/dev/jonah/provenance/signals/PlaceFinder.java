package dev.jonah.provenance.signals;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.provenance.signals.format.ProgramHeader;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Programs where none should be: under hidden names, and in directories for data. */
public final class PlaceFinder implements SignalFinder {
    private static final SignalKind HIDDEN =
            SignalKind.alarm("hidden-executable", "it is a program under a name that listings leave out");
    private static final SignalKind AMONG_DATA = SignalKind.alarm(
            "executable-among-data", "it is a program in a directory for temporary files, caches or data");

    /** Any program in these is out of place. */
    private static final List<String> DATA = List.of(
            "/tmp/",
            "/var/tmp/",
            "/dev/",
            "/run/",
            "/var/run/",
            "/var/log/",
            "/var/cache/",
            "/var/spool/",
            "/var/mail/",
            "/media/",
            "/usr/share/doc/",
            "/usr/share/man/",
            "/usr/share/info/",
            "/usr/share/locale/",
            "/usr/share/fonts/",
            "/usr/share/icons/",
            "/usr/share/pixmaps/",
            "/usr/share/licenses/",
            "/usr/share/zoneinfo/");
    /** Scripts belong in these, compiled programs do not. */
    private static final List<String> SCRIPTS_ONLY = List.of("/etc/", "/var/www/", "/srv/www/");
    /** Native code that Java libraries unpack when they are first used. */
    private static final List<String> UNPACKED =
            List.of("libnetty", "jna", "snappy-", "sqlite-", "librocksdbjni", "libzstd-jni", "jansi-", "liblz4-java");

    private static final Set<String> SYSTEM =
            Set.of("bin", "sbin", "lib", "lib64", "lib32", "usr", "etc", "dev", "var", "tmp", "run", "boot");
    /** Directories with a dot that tools make, and that hold programs for a reason. */
    private static final Set<String> USUAL = Set.of(
            ".bin",
            ".libs",
            ".build-id",
            ".local",
            ".cargo",
            ".rustup",
            ".venv",
            ".nvm",
            ".npm",
            ".pnpm",
            ".pnpm-store",
            ".yarn",
            ".pyenv",
            ".rbenv",
            ".dotnet",
            ".git",
            ".gem",
            ".bundle",
            ".mvn",
            ".gradle",
            ".config",
            ".vscode",
            ".vscode-server",
            ".husky",
            ".github",
            ".tox",
            ".nox",
            ".opam",
            ".deno",
            ".bun",
            ".sdkman",
            ".asdf",
            ".hooks");

    @Override
    public String id() {
        return "jonah.signals.places";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of(HIDDEN, AMONG_DATA);
    }

    @Override
    public Set<Standing> looksAt() {
        return Set.of(Standing.UNVOUCHED, Standing.INSIDE);
    }

    @Override
    public Look begin(Scan scan) {
        return PlaceFinder::look;
    }

    private static void look(Subject subject, Findings findings) throws IOException {
        String path = subject.entry().path().latin1();
        boolean hidden = isHidden(path);
        boolean data = startsWithAny(path, DATA) && !startsWithAny(path.substring(path.lastIndexOf('/') + 1), UNPACKED);
        if (!hidden && !data && !startsWithAny(path, SCRIPTS_ONLY)) {
            return;
        }
        ProgramHeader program = Program.of(subject);
        if (program == null || !Program.runs(program)) {
            return;
        }
        if (hidden) {
            findings.add(HIDDEN);
        }
        if (data || program.format().isNative() && startsWithAny(path, SCRIPTS_ONLY)) {
            findings.add(AMONG_DATA);
        }
    }

    private static boolean startsWithAny(String text, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (text.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** By its own name; by one of its directories only where the system's files are, for applications hide much. */
    private static boolean isHidden(String path) {
        if (path.indexOf("/.") < 0) {
            return false;
        }
        String[] parts = path.substring(1).split("/");
        if (parts[parts.length - 1].startsWith(".")) {
            return true;
        }
        for (int i = 0; i < parts.length - 1; i++) {
            boolean onlyDots = parts[i].strip().chars().allMatch(c -> c == '.');
            if (onlyDots || SYSTEM.contains(parts[0]) && parts[i].startsWith(".") && !USUAL.contains(parts[i])) {
                return true;
            }
        }
        return false;
    }
}
