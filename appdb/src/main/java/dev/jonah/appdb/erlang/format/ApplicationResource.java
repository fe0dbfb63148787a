package dev.jonah.appdb.erlang.format;

import dev.jonah.appdb.erlang.format.Term.Atom;
import dev.jonah.appdb.erlang.format.Term.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the resource file of an application says (Erlang kernel, "app"): {@code {application, Name, [{Key, Value}…]}.}
 *
 * @param name of the application
 * @param description or null
 * @param version or null
 * @param modules that it introduces, in order
 * @param applications that must be started before it, in order
 * @param includedApplications that it contains, in order
 * @param optionalApplications those of {@code applications} that may be absent, in order
 * @param licenses as build tools add them, in order
 * @param links URLs as build tools add them, each with its label before a blank, in order
 */
public record ApplicationResource(
        String name,
        @Nullable String description,
        @Nullable String version,
        List<String> modules,
        List<String> applications,
        List<String> includedApplications,
        List<String> optionalApplications,
        List<String> licenses,
        List<String> links) {
    /** Copies the lists. */
    public ApplicationResource {
        modules = List.copyOf(modules);
        applications = List.copyOf(applications);
        includedApplications = List.copyOf(includedApplications);
        optionalApplications = List.copyOf(optionalApplications);
        licenses = List.copyOf(licenses);
        links = List.copyOf(links);
    }

    /** Of the terms of a file; null if they are something else. */
    public static @Nullable ApplicationResource of(List<Term> terms) {
        if (terms.size() != 1
                || !(terms.get(0) instanceof Tuple whole)
                || whole.elements().size() != 3
                || !(whole.elements().get(0) instanceof Atom head)
                || !head.name().equals("application")
                || !(whole.elements().get(1) instanceof Atom name)) {
            return null;
        }
        Term fields = whole.elements().get(2);
        return new ApplicationResource(
                name.name(),
                text(fields, "description"),
                text(fields, "vsn"),
                texts(fields, "modules"),
                texts(fields, "applications"),
                texts(fields, "included_applications"),
                texts(fields, "optional_applications"),
                texts(fields, "licenses"),
                links(fields.get("links")));
    }

    private static @Nullable String text(Term fields, String key) {
        Term value = fields.get(key);
        String text = value == null ? null : value.text();
        return text == null || text.isEmpty() ? null : text;
    }

    private static List<String> texts(Term fields, String key) {
        Term value = fields.get(key);
        return value == null ? List.of() : value.texts();
    }

    private static List<String> links(@Nullable Term links) {
        List<String> found = new ArrayList<>();
        for (Term link : links == null ? List.<Term>of() : links.elements()) {
            if (link instanceof Tuple pair && pair.elements().size() == 2) {
                String label = pair.elements().get(0).text();
                String url = pair.elements().get(1).text();
                if (label != null && url != null) {
                    found.add(label + " " + url);
                }
            }
        }
        return found;
    }
}
