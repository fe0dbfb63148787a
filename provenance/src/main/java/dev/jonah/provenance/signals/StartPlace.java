package dev.jonah.provenance.signals;

import dev.jonah.image.FilePattern;
import dev.jonah.ledger.SignalKind;
import java.util.List;

/**
 * Where a file does something by being there.
 *
 * @param kind what it does
 * @param pattern where
 * @param emptyIsIdle whether an empty file there does nothing
 */
record StartPlace(SignalKind kind, FilePattern pattern, boolean emptyIsIdle) {
    private static StartPlace of(SignalKind kind, FilePattern pattern) {
        return new StartPlace(kind, pattern, true);
    }

    static List<StartPlace> all() {
        return List.of(
                of(
                        SignalKind.alarm("preload", "every program that starts loads what it names"),
                        FilePattern.path("/etc/ld.so.preload", "/etc/ld-elf.so.preload")),
                of(
                        SignalKind.notice("loader-path", "programs look for libraries where it says"),
                        FilePattern.path("/etc/ld.so.conf")
                                .orBelow("/etc/ld.so.conf.d")
                                .orSuffix("ld-musl-x86_64.path")
                                .orSuffix("ld-musl-aarch64.path")),
                of(
                        SignalKind.alarm("authorized-keys", "whoever has a key that it lists may log in"),
                        FilePattern.pathSuffix(
                                        ".ssh/authorized_keys",
                                        ".ssh/authorized_keys2",
                                        "etc/dropbear/authorized_keys",
                                        ".rhosts",
                                        ".shosts")
                                .orPath("/etc/hosts.equiv")
                                .orBelow("/etc/ssh/authorized_keys.d", "/etc/ssh/authorized_keys")),
                of(
                        SignalKind.alarm("sudo-rule", "it says who may become root"),
                        FilePattern.path("/etc/sudoers", "/etc/doas.conf")
                                .orBelow(
                                        "/etc/sudoers.d",
                                        "/etc/doas.d",
                                        "/etc/polkit-1/rules.d",
                                        "/usr/share/polkit-1/rules.d",
                                        "/etc/polkit-1/localauthority")),
                of(
                        SignalKind.notice("pam-configuration", "it says how people log in"),
                        FilePattern.path("/etc/pam.conf").orBelow("/etc/pam.d")),
                of(
                        SignalKind.notice("cron-job", "a scheduler runs what it says"),
                        FilePattern.path("/etc/crontab", "/etc/anacrontab")
                                .orBelow(
                                        "/etc/cron.d",
                                        "/etc/cron.hourly",
                                        "/etc/cron.daily",
                                        "/etc/cron.weekly",
                                        "/etc/cron.monthly",
                                        "/etc/crontabs",
                                        "/etc/periodic",
                                        "/var/spool/cron",
                                        "/var/spool/at")),
                of(
                        SignalKind.notice("service-unit", "the service manager runs what it says"),
                        FilePattern.below(
                                "/etc/systemd/system",
                                "/etc/systemd/user",
                                "/usr/lib/systemd/system",
                                "/usr/lib/systemd/user",
                                "/usr/lib/systemd/system-generators",
                                "/lib/systemd/system",
                                "/usr/local/lib/systemd",
                                "/run/systemd/system")),
                of(
                        SignalKind.notice("init-script", "it is run when the system starts"),
                        FilePattern.path("/etc/inittab", "/etc/rc.local")
                                .orBelow(
                                        "/etc/init.d",
                                        "/etc/rc.d",
                                        "/etc/rc0.d",
                                        "/etc/rc1.d",
                                        "/etc/rc2.d",
                                        "/etc/rc3.d",
                                        "/etc/rc4.d",
                                        "/etc/rc5.d",
                                        "/etc/rc6.d",
                                        "/etc/rcS.d",
                                        "/etc/init",
                                        "/etc/local.d",
                                        "/etc/runlevels")),
                of(
                        SignalKind.notice("login-script", "every shell or login runs it"),
                        FilePattern.path("/etc/profile", "/etc/bash.bashrc", "/etc/bashrc", "/etc/environment")
                                .orBelow("/etc/profile.d", "/etc/zsh", "/etc/fish/conf.d")
                                .orNamed(
                                        ".bashrc",
                                        ".bash_profile",
                                        ".bash_login",
                                        ".profile",
                                        ".zshrc",
                                        ".zshenv",
                                        ".zprofile")),
                of(
                        SignalKind.notice("package-source", "the package manager installs from where it says"),
                        FilePattern.path("/etc/apt/sources.list", "/etc/apk/repositories", "/etc/pacman.conf")
                                .orBelow("/etc/apt/sources.list.d", "/etc/yum.repos.d", "/etc/zypp/repos.d")),
                of(
                        SignalKind.notice("package-key", "the package manager trusts what it signed"),
                        FilePattern.path("/etc/apt/trusted.gpg")
                                .orBelow(
                                        "/etc/apt/trusted.gpg.d",
                                        "/etc/apt/keyrings",
                                        "/usr/share/keyrings",
                                        "/etc/pki/rpm-gpg",
                                        "/etc/apk/keys")));
    }
}
