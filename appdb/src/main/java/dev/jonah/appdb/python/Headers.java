package dev.jonah.appdb.python;

import dev.jonah.appdb.python.format.MetadataField;
import dev.jonah.appdb.python.format.MetadataReader;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of one distribution's core metadata. What older tools wrote for "nothing", UNKNOWN, is nothing here. */
final class Headers {
    /** Far above what occurs; thousands of classifiers and dependencies would fit. */
    private static final int MOST_FIELDS = 20_000;

    private final List<MetadataField> fields;

    Headers(List<MetadataField> fields) {
        this.fields = List.copyOf(fields);
    }

    /** Reads the metadata, closes it and reports what is wrong with it; what was read up to an error counts. */
    static Headers read(ImagePath path, InputStream in, PackageScan scan) throws IOException {
        List<MetadataField> fields = new ArrayList<>();
        try (MetadataReader reader = new MetadataReader(in, scan.limits())) {
            MetadataField field;
            while ((field = reader.read()) != null) {
                if (fields.size() == MOST_FIELDS) {
                    scan.diagnostics()
                            .error(
                                    "python.metadata.fields",
                                    path,
                                    path + " has more than " + MOST_FIELDS + " fields; the rest was left out");
                    break;
                }
                fields.add(field);
            }
            if (reader.malformedLines() > 0) {
                scan.diagnostics()
                        .info(
                                "python.metadata.line",
                                path,
                                reader.malformedLines() + " lines at the head of " + path + " are no fields");
            }
        } catch (LimitExceededException e) {
            scan.diagnostics().error("python.metadata.limit", path, path + " was read only in part: " + e.getMessage());
        }
        return new Headers(fields);
    }

    /** The first value of this name, or null. */
    @Nullable
    String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.get(0);
    }

    /** All values of this name, in order. */
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.is(name))
                .map(MetadataField::value)
                .map(Headers::withoutIndent)
                .filter(value -> !value.isBlank() && !value.equals("UNKNOWN"))
                .toList();
    }

    /** Expression, classifiers and text of the licence, each as it stands. */
    List<String> licenses() {
        List<String> found = new ArrayList<>(all("License-Expression"));
        for (String classifier : all("Classifier")) {
            if (classifier.startsWith("License ::") && !classifier.equals("License :: OSI Approved")) {
                found.add(classifier);
            }
        }
        found.addAll(all("License"));
        return found;
    }

    /** {@code Home-page}, or the project URL with that label. */
    @Nullable
    String homepage() {
        String declared = first("Home-page");
        if (declared != null) {
            return declared;
        }
        for (String url : all("Project-URL")) {
            int comma = url.indexOf(',');
            String label = comma < 0 ? "" : url.substring(0, comma).toLowerCase(Locale.ROOT);
            if (label.replaceAll("[^a-z]", "").equals("homepage")) {
                return url.substring(comma + 1).strip();
            }
        }
        return null;
    }

    /** The maintainer, else the author, with the address if there is one. */
    @Nullable
    String maintainer() {
        String maintainer = person("Maintainer");
        return maintainer != null ? maintainer : person("Author");
    }

    private @Nullable String person(String role) {
        String name = first(role);
        String address = first(role + "-email");
        if (name == null || address == null) {
            return name != null ? name : address;
        }
        return address.contains("<") ? address : name + " <" + address + ">";
    }

    /** Continuation lines are indented by eight blanks, or seven and a bar, or a tab. */
    private static String withoutIndent(String value) {
        return value.indexOf('\n') < 0 ? value : value.replaceAll("\n(?: {7}\\|| {1,8}|\t)", "\n");
    }
}
