package dev.jonah.declared.beam.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.Held;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.BoundedInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code rebar.lock} of rebar3: a list of applications, each with where it is from and how many steps it is away from
 * the project; since 1.1.0 together with the version of the format, and behind it the checksums of Hex.
 */
public final class RebarLockReader {
    private RebarLockReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        String text;
        try (InputStream bounded = new BoundedInput(in, limits, "the file")) {
            text = new String(bounded.readAllBytes(), StandardCharsets.UTF_8);
        }
        Terms terms = new Terms(text);
        Held held = new Held();
        try {
            while (terms.more()) {
                Value term = terms.read(0);
                String version = term.at(0).text();
                // {"1.2.0", [applications]}. or, before rebar 3.4, [applications].
                if (version != null && !version.startsWith("1.")) {
                    out.unread("version " + version + " of the format");
                }
                for (Value member : (version == null ? term : term.at(1)).items()) {
                    member(member, held, out);
                }
            }
        } finally {
            held.release(out);
        }
    }

    /** An application, or one of the lists of checksums. */
    private static void member(Value member, Held held, Findings out) throws IOException {
        String name = member.at(0).text();
        if (name == null) {
            out.unread("an entry without a name");
        } else if (name.equals("pkg_hash") || name.equals("pkg_hash_ext")) {
            for (Value sum : member.at(1).items()) {
                Declaration.Builder found = held.get(String.valueOf(sum.at(0).text()));
                String hex = sum.at(1).text();
                if (found != null && hex != null && name.equals("pkg_hash")) {
                    found.fact("declared.inner-integrity", "sha256:" + hex.toLowerCase(Locale.ROOT));
                } else if (found != null && hex != null) {
                    found.integrity("sha256:" + hex.toLowerCase(Locale.ROOT));
                }
            }
        } else {
            application(name, member.at(1), member.at(2).text(), held, out);
        }
    }

    private static void application(String name, Value place, @Nullable String level, Held held, Findings out)
            throws IOException {
        String kind = String.valueOf(place.at(0).text());
        String first = place.at(1).text();
        Declaration.Builder found;
        switch (kind) {
            case "pkg" ->
                found = Declaration.of(first == null ? name : first)
                        .version(place.at(2).text())
                        .fact("declared.alias", name.equals(first) ? null : name);
            case "git", "git_subdir", "hg" ->
                found = Declaration.of(name)
                        .source(kind.equals("hg") ? "hg" : "git")
                        .resolved(first)
                        .fact("declared.commit", place.at(2).at(1).text());
            default -> {
                out.unread("the entry '" + name + "'");
                return;
            }
        }
        held.hold(name, found.scope("indirect", level != null && !level.equals("0")));
    }
}
