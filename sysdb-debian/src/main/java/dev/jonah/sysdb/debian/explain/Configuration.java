package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains configuration that maintainer scripts make: copies of templates, texts that a script holds, and small files
 * whose whole content has a form that can do no harm or names only what packages own.
 */
public final class Configuration implements Explainer {
    private static final String ID = "debian.configuration";
    private static final String SETTING = "(?:LANG|LANGUAGE|LC_[A-Z]+)=(?:[\\w.@:-]*|\"[\\w.@:-]*\")";
    private static final String COMMENT = "\\s*(?:#.*)?";

    private static final Rules RULES = Rules.of(
            template("base-files", "/etc/profile", "/usr/share/base-files/profile"),
            template("base-files", "/etc/motd", "/usr/share/base-files/motd"),
            template("base-files", "/root/.bashrc", "/usr/share/base-files/dot.bashrc"),
            template("base-files", "/root/.profile", "/usr/share/base-files/dot.profile"),
            template("base-files", "/usr/share/info/dir", "/usr/share/base-files/info.dir"),
            template("readline-common", "/etc/inputrc", "/usr/share/readline/inputrc"),
            template(
                    "libc-bin base-files",
                    "/etc/nsswitch.conf",
                    "/usr/share/libc-bin/nsswitch.conf",
                    "/usr/share/base-files/nsswitch.conf"),
            Rule.file(ID, Verdict.DERIVED, "libc-bin base-files", new ServiceSwitch(), "/etc/nsswitch.conf"),
            script("netbase", "/etc/networks", "/etc/hosts"),
            script("libwrap0 tcpd", "/etc/hosts.allow", "/etc/hosts.deny"),
            script("kmod", "/etc/modules"),
            script("ifupdown", "/etc/network/interfaces"),
            script("python3 python3-minimal", "/etc/python3/debian_config"),
            script("python2 python python-minimal", "/etc/python/debian_config"),
            Rule.file(
                    "debian.shells",
                    Verdict.DERIVED,
                    "debianutils",
                    Named.of("the list of login shells", "\\s*(?:#.*)?|(/[^#\\s]+)"),
                    "/etc/shells",
                    "/var/lib/shells.state"),
            Rule.file("pam.stack", Verdict.DERIVED, "libpam-runtime", new PamStack(), "/etc/pam.d/common-*"),
            Rule.file("pam.state", Verdict.TRANSIENT, "libpam-runtime", new PamState(), "/var/lib/pam/*"),
            empty("no passwords are remembered", "libpam-runtime libpam-modules*", "/etc/security/opasswd"),
            empty("a lock of the account tools, empty", "passwd base-passwd", "/etc/.pwd.lock"),
            empty("no user has subordinate numbers", "passwd", "/etc/subuid{,-}", "/etc/subgid{,-}"),
            form("no file systems, as debootstrap leaves it", "base-files util-linux mount", COMMENT, "/etc/fstab"),
            form(
                    "the environment of logins, none but the usual search path",
                    "libpam-runtime base-files",
                    COMMENT + "|PATH=\"?(?:(?:/usr/local|/usr)?/(?:s?bin|games):?|/snap/bin:?)+\"?|" + SETTING,
                    "/etc/environment"),
            form(
                    "the language of the system",
                    "locales* libc-bin systemd",
                    COMMENT + "|" + SETTING,
                    "/etc/default/locale",
                    "/etc/locale.conf"),
            Rule.file(ID, Verdict.DERIVED, "locales", Configuration::locales, "/etc/locale.gen"),
            Rule.file(
                    ID,
                    Verdict.DERIVED,
                    "tzdata",
                    Named.in("/usr/share/zoneinfo", "the time zone", "([A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*)"),
                    "/etc/timezone"),
            form(
                    "the identity of the machine, to be made at the first start",
                    "systemd* dbus* libpam-systemd",
                    "|uninitialized",
                    "/etc/machine-id"),
            form(
                    "the identity of a machine",
                    "systemd* dbus* libpam-systemd",
                    "[0-9a-f]{32}",
                    "/etc/machine-id",
                    "/var/lib/dbus/machine-id"),
            form("how the hardware clock runs", "util-linux* systemd", "-?[0-9. -]+|UTC|LOCAL", "/etc/adjtime"),
            form(
                    "aliases of mail that all lead to root",
                    "exim4-config postfix sendmail* nullmailer msmtp-mta dma citadel-server courier-mta",
                    "|#.*|[\\w.-]+:\\s*(?:root|postmaster)\\s*",
                    "/etc/aliases"),
            form(
                    "the name of the machine in mail",
                    "exim4-config postfix mailutils* sendmail* nullmailer dma bsd-mailx",
                    "[A-Za-z0-9.-]{1,255}",
                    "/etc/mailname"),
            form(
                    "answers to exim's questions",
                    "exim4-config",
                    COMMENT + "|(?:dc_[a-z_]+|CFILEMODE)='[^']*'",
                    "/etc/exim4/update-exim4.conf.conf"),
            form(
                    "how exim is started",
                    "exim4-config exim4-base",
                    COMMENT + "|QUEUERUNNER='[a-z]*'|QUEUEINTERVAL='[0-9a-z]*'|EX4DEF_VERSION='[0-9.]*'"
                            + "|(?:COMMONOPTIONS|QUEUERUNNEROPTIONS|QFLAGS|SMTPLISTENEROPTIONS)=''",
                    "/etc/default/exim4"),
            form("the size of paper", "libpaper*", COMMENT + "|[a-z0-9]{2,16}", "/etc/papersize"),
            form("no modules of the kernel", "initramfs-tools*", COMMENT, "/etc/initramfs-tools/modules"),
            form(
                    "settings of the console",
                    "keyboard-configuration console-setup*",
                    // Scripts obey these files, to which PATH would be a setting as well.
                    COMMENT
                            + "|(?:XKB(?:MODEL|LAYOUT|VARIANT|OPTIONS)|BACKSPACE|KMAP|ACTIVE_CONSOLES|CHARMAP|CODESET|FONT"
                            + "|FONTFACE|FONTSIZE|VIDEOMODE|SCREEN_(?:WIDTH|HEIGHT)|VERBOSE_OUTPUT)"
                            + "=(?:\"[^\"$`\\\\]*\"|[\\w./-]*)",
                    "/etc/default/{keyboard,console-setup}"),
            Rule.file(ID, Verdict.DERIVED, "apparmor* *", Configuration::localProfile, "/etc/apparmor.d/local/*"));

    /** Called by the service loader. */
    public Configuration() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.configuration";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        RULES.explain(scan, out);
    }

    private static Rule template(String owners, String path, String... templates) {
        return Rule.file("debian.template", Verdict.COPY, owners, Template.of(templates), path);
    }

    private static Rule script(String owners, String... paths) {
        return Rule.file("debian.script-output", Verdict.DERIVED, owners, FromScript.of(owners), paths);
    }

    private static Rule empty(String what, String owners, String... paths) {
        return Rule.file(ID, Verdict.DERIVED, owners, Check.format(Format.empty(what)), paths);
    }

    private static Rule form(String what, String owners, String line, String... paths) {
        return Rule.file(ID, Verdict.DERIVED, owners, Check.format(Format.lines(what, line)), paths);
    }

    /** Every locale that is asked for is one that the package supports. */
    private static @Nullable Finding locales(FileEntry entry, Books books) throws IOException {
        ImagePath supported = ImagePath.of("/usr/share/i18n/SUPPORTED");
        String list = books.accountedText(supported.latin1());
        String text = books.text(entry);
        if (list == null || text == null) {
            return null;
        }
        List<String> known = Lines.of(list).stream().map(String::strip).toList();
        boolean all = Lines.of(text).stream()
                .map(String::strip)
                .allMatch(line -> line.isEmpty() || line.startsWith("#") || known.contains(line));
        return all ? Finding.of("asks for none but supported locales", supported) : null;
    }

    /** Nothing but comments, as an addition to a packaged profile of the same name. */
    private static @Nullable Finding localProfile(FileEntry entry, Books books) throws IOException {
        FileEntry profile =
                books.accounted("/etc/apparmor.d/" + entry.path().name().latin1());
        String text = profile == null ? null : books.text(entry);
        boolean idle = text != null && Lines.of(text).stream().allMatch(line -> line.matches(COMMENT));
        return profile != null && idle
                ? Finding.of("adds nothing to the packaged profile " + profile.path(), profile.path())
                : null;
    }
}
