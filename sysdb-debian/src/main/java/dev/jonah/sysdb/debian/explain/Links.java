package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Explains links that maintainer scripts make. They must lead to a package's file, or have exactly one given target.
 */
public final class Links implements Explainer {
    private static final String ID = "debian.link";

    private static final Rules RULES = Rules.of(
            Rule.link(ID, "base-files dpkg", to("/etc/dpkg/origins/*"), "/etc/dpkg/origins/default"),
            Rule.link(ID, "tzdata tzdata-legacy", to("/usr/share/zoneinfo/**"), "/etc/localtime"),
            Rule.link(ID, "base-files", to("/usr/lib/os-release"), "/etc/os-release"),
            exactly("base-files", "/usr/local/man", "share/man"),
            exactly("base-files", "/var/spool/mail", "../mail"),
            exactly("base-files", "/var/run", "/run"),
            exactly("base-files", "/var/lock", "/run/lock"),
            exactly("base-files usrmerge usr-is-merged", "/bin", "usr/bin"),
            exactly("base-files usrmerge usr-is-merged", "/sbin", "usr/sbin"),
            exactly("base-files usrmerge usr-is-merged", "/lib", "usr/lib"),
            exactly("base-files usrmerge usr-is-merged libc6*", "/lib32", "usr/lib32"),
            exactly("base-files usrmerge usr-is-merged libc6*", "/lib64", "usr/lib64"),
            exactly("base-files usrmerge usr-is-merged libc6*", "/libx32", "usr/libx32"),
            exactly("base-files usrmerge usr-is-merged libc6*", "/libo32", "usr/libo32"),
            exactly(
                    "systemd util-linux mount initscripts",
                    "/etc/mtab",
                    "../proc/self/mounts",
                    "/proc/self/mounts",
                    "/proc/mounts"),
            exactly("systemd dbus*", "/var/lib/dbus/machine-id", "/etc/machine-id", "../../../etc/machine-id"),
            exactly("systemd", "/etc/vconsole.conf", "default/keyboard"),
            exactly("systemd locales*", "/etc/default/locale", "../locale.conf"),
            exactly("systemd wtmpdb libpam-wtmpdb", "/var/lib/wtmpdb/wtmp.db", "../../log/wtmp.db"),
            exactly(
                    "systemd-resolved systemd resolvconf openresolv",
                    "/etc/resolv.conf",
                    "../run/systemd/resolve/stub-resolv.conf",
                    "/run/systemd/resolve/stub-resolv.conf",
                    "../run/systemd/resolve/resolv.conf",
                    "/run/systemd/resolve/resolv.conf",
                    "../run/resolvconf/resolv.conf",
                    "/run/resolvconf/resolv.conf"),
            // Where /usr is not merged.
            exactly("coreutils", "/usr/bin/touch", "/bin/touch"),
            exactly("sgml-base", "/etc/sgml/catalog", "/var/lib/sgml-base/supercatalog"),
            Rule.link(ID, "systemd", to("/usr/share/doc/systemd/README.logs*"), "/var/log/README"),
            Rule.link(
                    ID,
                    "fontconfig-config",
                    to("{/usr/share/fontconfig/conf.avail,/etc/fonts/conf.avail}/*.conf"),
                    "/etc/fonts/conf.d/*.conf"),
            Rule.link(
                    ID, "nginx*", to("/usr/share/nginx/modules-available/*.conf"), "/etc/nginx/modules-enabled/*.conf"),
            Rule.link(ID, "nginx*", to("/etc/nginx/sites-available/*"), "/etc/nginx/sites-enabled/*"),
            Rule.link(ID, "apache2*", to("/etc/apache2/mods-available/*"), "/etc/apache2/mods-enabled/*"),
            Rule.link(ID, "apache2*", to("/etc/apache2/conf-available/*"), "/etc/apache2/conf-enabled/*"),
            Rule.link(ID, "apache2*", to("/etc/apache2/sites-available/*"), "/etc/apache2/sites-enabled/*"),
            Rule.link(ID, "lighttpd*", to("/etc/lighttpd/conf-available/*"), "/etc/lighttpd/conf-enabled/*"),
            Rule.link(ID, "php*", toCopy("/etc/php/*/mods-available/*.ini"), "/etc/php/*/*/conf.d/*.ini"),
            Rule.link(ID, "postfix", to("/usr/share/postfix/*"), "/etc/postfix/makedefs.out"),
            exactly("screen", "/usr/lib/systemd/system/screen-cleanup.service", "/dev/null"),
            Rule.link(
                    ID,
                    "dictionaries-common",
                    to("/usr/share/dict/*"),
                    "/etc/dictionaries-common/words",
                    "/usr/share/dict/words"),
            Rule.link(
                    ID,
                    "dictionaries-common",
                    to("{/usr/lib/ispell,/var/lib/ispell}/*"),
                    "/etc/dictionaries-common/default.{aff,hash}",
                    "/usr/lib/ispell/default.{aff,hash}"),
            Rule.link(
                    ID,
                    "emacsen-common",
                    to("/usr/share/**/*.el"),
                    "/usr/share/emacs/site-lisp/**/*.el",
                    "/usr/share/emacs/site-lisp/*.el"),
            Rule.link(ID, "linux-base linux-image*", to("/boot/vmlinuz-*"), "/vmlinuz{,.old}", "/boot/vmlinuz{,.old}"));

    /** Called by the service loader. */
    public Links() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.links";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        RULES.explain(scan, out);
    }

    /** Whether a link leads, through any other links, to a file of a package at such a path. */
    static Check to(String target) {
        Glob glob = Glob.of(target);
        return (link, books) -> {
            FileEntry entry = books.target(link);
            return entry != null && glob.matches(entry.path())
                    ? Finding.of(
                            "leads to the packaged " + entry.path() + ", as the package's scripts have it",
                            entry.path())
                    : null;
        };
    }

    /** Whether a link leads to a file at such a path that has the content of a packaged one of the same name. */
    private static Check toCopy(String target) {
        Glob glob = Glob.of(target);
        return (link, books) -> {
            FileEntry entry = books.tree().resolveFile(link.path()).orElse(null);
            if (entry == null || !glob.matches(entry.path())) {
                return null;
            }
            List<ImagePath> named = books.tree()
                    .matching(FilePattern.named(entry.path().name().latin1()))
                    .map(FileEntry::path)
                    .filter(books::isUnchanged)
                    .toList();
            return new Template(named).look(entry, books) == null
                    ? null
                    : Finding.of("leads to " + entry.path() + ", a copy of a packaged file", entry.path());
        };
    }

    private static Rule exactly(String owners, String path, String... targets) {
        List<String> names = List.of(owners.split(" "));
        Check check = (link, books) -> {
            RawText target = link.target();
            if (target == null || Arrays.stream(targets).noneMatch(t -> t.equals(target.latin1()))) {
                return null;
            }
            SoftwarePackage owner = names.stream()
                    .flatMap(name -> books.installed(name).stream())
                    .findFirst()
                    .orElseThrow();
            return Finding.of(
                    "leads where " + owner.purl().name() + " has it lead, to " + target,
                    owner.foundAt().get(0));
        };
        return Rule.link(ID, owners, check, path);
    }
}
