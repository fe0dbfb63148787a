package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Explains what starts services and what remembers that: links to units and init scripts, each of which a package owns.
 */
public final class Services implements Explainer {
    private static final LazyPattern RUNLEVEL_LINK = LazyPattern.of("[SK][0-9]{2}(.+)");
    private static final LazyPattern DEPENDENCY = LazyPattern.of("([A-Za-z0-9_.+-]+):((?: [A-Za-z0-9_.+-]+)*) ?");

    private static final Rules RULES = Rules.of(
            Rule.link(
                    "systemd.unit-link",
                    "systemd init-system-helpers",
                    new UnitLinks(),
                    "/etc/systemd/{system,user}/**"),
            Rule.file(
                    "systemd.helper-record",
                    Verdict.TRANSIENT,
                    "init-system-helpers deb-systemd-helper",
                    new HelperRecords(),
                    "/var/lib/systemd/deb-systemd-{,user-}helper-{enabled,masked}/**"),
            Rule.file(
                    "systemd.timer-stamp",
                    Verdict.TRANSIENT,
                    "systemd",
                    Services::stamp,
                    "/var/lib/systemd/timers/stamp-*"),
            Rule.link(
                    "sysv.runlevel-link",
                    "init-system-helpers sysv-rc insserv",
                    Services::initScript,
                    "/etc/rc{0,1,2,3,4,5,6,S}.d/*"),
            Rule.file(
                    "sysv.dependencies",
                    Verdict.DERIVED,
                    "insserv sysv-rc",
                    Services::dependencies,
                    "/etc/init.d/.depend.{boot,start,stop}"),
            Rule.link("runit.service-link", "runit-helper runit*", Links.to("/etc/sv/*"), "/etc/runit/runsvdir/*/*"));

    /** Called by the service loader. */
    public Services() {}

    @Override
    public String id() {
        return "jonah.sysdb.debian.services";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) {
        RULES.explain(scan, out);
    }

    private static @Nullable Finding stamp(FileEntry entry, Books books) throws IOException {
        UnitFile unit = entry.size() != 0
                ? null
                : UnitFile.findForInstance(
                        "system", entry.path().name().latin1().substring("stamp-".length()), books);
        return unit == null
                ? null
                : Finding.of(
                        "when the packaged timer " + unit.entry().path() + " ran last",
                        unit.entry().path());
    }

    private static @Nullable Finding initScript(FileEntry link, Books books) throws IOException {
        Matcher name = RUNLEVEL_LINK.matcher(link.path().name().latin1());
        FileEntry script = books.tree().resolveFile(link.path()).orElse(null);
        boolean known = script != null
                && (books.isAccounted(script.path()) || books.removed().isUnchanged(script));
        return script != null
                        && known
                        && name.matches()
                        && script.path().latin1().equals("/etc/init.d/" + name.group(1))
                ? Finding.of("makes init start or stop the packaged service " + script.path(), script.path())
                : null;
    }

    /** A makefile fragment that names init scripts and nothing else. */
    private static @Nullable Finding dependencies(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        TreeSet<ImagePath> scripts = new TreeSet<>();
        for (String line : text == null ? java.util.List.<String>of() : Lines.of(text)) {
            boolean list = line.startsWith("TARGETS =") || line.startsWith("INTERACTIVE =");
            Matcher matcher = DEPENDENCY.matcher(line);
            if (!list && !(Lines.isSafe(DEPENDENCY, line) && matcher.matches())) {
                return null;
            }
            String names = list ? line.substring(line.indexOf('=') + 1) : matcher.group(1) + matcher.group(2);
            for (String name : names.strip().split(" +")) {
                FileEntry script = name.isEmpty() ? null : books.accounted("/etc/init.d/" + name);
                if (script != null) {
                    scripts.add(script.path());
                } else if (!name.isEmpty()) {
                    return null;
                }
            }
        }
        return scripts.isEmpty() ? null : Finding.of("the order in which packaged services start", scripts);
    }
}
