package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.sysdb.debian.format.Diversion;
import dev.jonah.sysdb.debian.format.DiversionsReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains what debootstrap, mmdebstrap and debuerreotype put into a root file system: sources of packages, settings of
 * apt and dpkg for containers, and what keeps services from starting. Every statement in them must be one that is known
 * to do no more than that.
 */
public final class ImageBuilderFiles implements Explainer {
    private static final String ID = "debian.image-builder";
    private static final String VALUE = " ?\"[\\w.*/-]*\" ?;";
    private static final String CLEAN =
            " \\{ \"rm -f(?: /var/cache/apt(?:/archives(?:/partial)?)?/\\*\\.(?:deb|bin))+ \\|\\| true\"; \\};";
    private static final ImagePath DIVERSIONS = ImagePath.of("/var/lib/dpkg/diversions");

    private static final Rules RULES = Rules.of(
            Rule.of(
                    "apt.sources",
                    Verdict.DERIVED,
                    Rule.Kind.FILE,
                    "apt base-files",
                    new AptSource(),
                    "/etc/apt/sources.list{,~}",
                    "/etc/apt/sources.list.d/*.{list,sources}"),
            Rule.of(
                    "apt.sources",
                    Verdict.DERIVED,
                    Rule.Kind.PROGRAM,
                    "apt",
                    Check.format(Format.empty("no source of packages, empty")),
                    "/etc/apt/sources.list.d/*.{list,sources}"),
            Rule.file(
                    ID,
                    Verdict.DERIVED,
                    "dpkg",
                    Statements.of(
                            "what dpkg leaves out",
                            "path-(?:exclude|include)[= ]\\S.*",
                            "force-unsafe-io",
                            "no-debsig"),
                    "/etc/dpkg/dpkg.cfg.d/*"),
            Rule.file(
                    ID,
                    Verdict.DERIVED,
                    "apt",
                    Statements.ofApt(
                            "settings of apt for containers",
                            "(?i:apt::autoremove::suggestsimportant)" + VALUE,
                            "(?i:apt::autoremove::recommendsimportant)" + VALUE,
                            "(?i:apt::install-(?:recommends|suggests))" + VALUE,
                            "(?i:acquire::gzipindexes)" + VALUE,
                            "(?i:acquire::compressiontypes::order::)" + VALUE,
                            "(?i:acquire::languages)" + VALUE,
                            "(?i:acquire::retries)" + VALUE,
                            "(?i:dir::cache::(?:src)?pkgcache)" + VALUE,
                            "(?i:dpkg::post-invoke)" + CLEAN,
                            "(?i:apt::update::post-invoke)" + CLEAN),
                    "/etc/apt/apt.conf.d/*"),
            Rule.of(
                    ID,
                    Verdict.DERIVED,
                    Rule.Kind.PROGRAM,
                    "init-system-helpers sysv-rc invoke-rc.d dpkg",
                    Statements.of("keeps packages from starting services", "exit 101"),
                    "/usr/sbin/policy-rc.d"),
            Rule.link(
                    ID,
                    "dpkg",
                    ImageBuilderFiles::replaced,
                    "{/usr,}/sbin/{initctl,start-stop-daemon}",
                    "/usr/bin/ischroot"),
            Rule.file(
                    "debian.bootstrap-log",
                    Verdict.TRANSIENT,
                    "base-files",
                    Check.format(Format.lines(
                            "what debootstrap did",
                            "gpgv: .*|\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d URL:.*|\\d{4}-.*",
                            "[^\\x00-\\x07\\x0e-\\x1a\\x7f]*")),
                    "/var/log/bootstrap.log"));

    /** Called by the service loader. */
    public ImageBuilderFiles() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.image-builder";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        RULES.explain(scan, out);
    }

    /** A link to the packaged {@code true} in place of a program that was diverted by hand. */
    private static @Nullable Finding replaced(FileEntry link, Books books) throws IOException {
        FileEntry target = books.target(link);
        FileEntry file = books.tree().resolveFile(DIVERSIONS).orElse(null);
        Content content = file == null ? null : file.content();
        if (target == null || content == null || !target.path().fileName().equals("true")) {
            return null;
        }
        try (InputStream in = content.open()) {
            for (Diversion diversion : DiversionsReader.read(in, books.limits()).entries()) {
                ImagePath from = books.tree().canonical(ImagePath.of(diversion.from()));
                if (diversion.diverter() == null && from.equals(link.path())) {
                    return Finding.of("does nothing in place of a diverted program", target.path(), DIVERSIONS);
                }
            }
        }
        return null;
    }
}
