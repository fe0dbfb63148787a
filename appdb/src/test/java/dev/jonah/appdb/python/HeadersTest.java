package dev.jonah.appdb.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.python.format.MetadataField;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadersTest {
    private static Headers headers(String... namesAndValues) {
        List<MetadataField> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new MetadataField(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(fields);
    }

    @Test
    void licencesComeExpressionFirstAndUntouched() {
        assertThat(headers(
                                "License", "BSD\n        line\n       |bar\n\ttab",
                                "Classifier", "License :: OSI Approved",
                                "Classifier", "License :: OSI Approved :: BSD License",
                                "Classifier", "Topic :: Text",
                                "License-Expression", "BSD-3-Clause")
                        .licenses())
                .containsExactly("BSD-3-Clause", "License :: OSI Approved :: BSD License", "BSD\nline\nbar\ntab");
    }

    @Test
    void unknownIsNothing() {
        Headers headers = headers("License", "UNKNOWN", "Home-page", "UNKNOWN", "Author", "UNKNOWN");

        assertThat(headers.licenses()).isEmpty();
        assertThat(headers.homepage()).isNull();
        assertThat(headers.maintainer()).isNull();
    }

    @Test
    void homepageMayBeAProjectUrl() {
        assertThat(headers("Project-URL", "Source, https://s", "Project-URL", "Home Page, https://h")
                        .homepage())
                .isEqualTo("https://h");
    }

    @Test
    void maintainerComesBeforeAuthorAndWithAnAddress() {
        assertThat(headers("Author", "A", "Maintainer", "M", "Maintainer-email", "m@x")
                        .maintainer())
                .isEqualTo("M <m@x>");
        assertThat(headers("Author-email", "A <a@x>").maintainer()).isEqualTo("A <a@x>");
        assertThat(headers("Author", "A", "Author-email", "A <a@x>").maintainer())
                .isEqualTo("A <a@x>");
    }
}
