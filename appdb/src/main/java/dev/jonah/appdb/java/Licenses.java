package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.Manifest;
import java.util.ArrayList;
import java.util.List;

/** The licences that a manifest declares, without what OSGi hangs on to them. */
final class Licenses {
    private Licenses() {}

    static List<String> ofManifest(Manifest manifest) {
        List<String> licenses = new ArrayList<>();
        for (Manifest.Attribute attribute : manifest.attributes()) {
            if (attribute.name().regionMatches(true, 0, "Plugin-License-Name", 0, 19)
                    && !attribute.value().isBlank()) {
                licenses.add(attribute.value().strip());
            }
        }
        String bundle = manifest.stated("Bundle-License");
        if (bundle != null && !bundle.startsWith("<<")) {
            clauses(bundle, licenses);
        }
        return licenses;
    }

    /** Clauses are separated by commas, what hangs on them by semicolons; neither counts in quotes. */
    private static void clauses(String text, List<String> to) {
        StringBuilder clause = new StringBuilder();
        boolean quoted = false;
        boolean parameters = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            if (c == '"' && i < text.length()) {
                quoted = !quoted;
            } else if (c == ',' && (!quoted || i == text.length())) {
                if (!clause.toString().isBlank()) {
                    to.add(clause.toString().strip());
                }
                clause.setLength(0);
                parameters = false;
            } else if (c == ';' && !quoted) {
                parameters = true;
            } else if (!parameters) {
                clause.append(c);
            }
        }
    }
}
