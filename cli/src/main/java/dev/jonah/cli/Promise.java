package dev.jonah.cli;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.packages.PackageFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a package recorded about a path, as text. */
final class Promise {
    private Promise() {}

    /** One text for each fact; never none. */
    static List<String> recorded(PackageFile promise) {
        List<String> facts = new ArrayList<>();
        if (promise.type() != null) {
            facts.add("type " + promise.type().id());
        }
        if (promise.size() != null) {
            facts.add("size " + promise.size());
        }
        if (promise.digest() != null) {
            facts.add(promise.digest().algorithm().displayName() + " "
                    + promise.digest().hex());
        }
        if (promise.target() != null) {
            facts.add("target " + Names.of(promise.target()));
        }
        if (promise.targetDigest() != null) {
            facts.add(promise.targetDigest().algorithm().displayName() + " of the target "
                    + promise.targetDigest().hex());
        }
        if (promise.mode() != null) {
            facts.add("mode " + String.format(Locale.ROOT, "%04o", promise.mode()));
        }
        owner(promise, facts);
        if (promise.device() != null) {
            facts.add("device " + promise.device());
        }
        if (promise.modified() != null) {
            facts.add("modified " + promise.modified() + " seconds after 1970");
        }
        if (!promise.masked().isEmpty()) {
            facts.add("not insisting on " + masked(promise));
        }
        if (promise.attributes() != null && !promise.attributes().isEmpty()) {
            facts.add("attributes "
                    + Diagnostic.printable(promise.attributes().keySet().toString()));
        }
        if (facts.isEmpty()) {
            facts.add("nothing recorded but the name");
        }
        if (promise.note() != null) {
            facts.add(Diagnostic.printable(promise.note()));
        }
        facts.add("rule " + promise.rule() + (promise.source() == null ? "" : ", in " + Names.of(promise.source())));
        return facts;
    }

    private static String masked(PackageFile promise) {
        return promise.masked().stream()
                .map(aspect -> aspect.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static void owner(PackageFile promise, List<String> facts) {
        String owner = promise.owner() != null
                ? promise.owner()
                : promise.uid() != null ? promise.uid().toString() : "?";
        String group = promise.group() != null
                ? promise.group()
                : promise.gid() != null ? promise.gid().toString() : "?";
        if (!owner.equals("?") || !group.equals("?")) {
            facts.add("owner " + Diagnostic.printable(owner + ":" + group));
        }
    }
}
