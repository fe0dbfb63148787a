package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.ledger.Evidence;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;

/** What holds for everything that a plugin says, whatever it has read. */
final class Validity {
    private static final String CODE = "[a-z][a-z0-9_-]*(\\.[a-z0-9_-]+)+";

    private Validity() {}

    static void check(Diagnostic diagnostic) {
        assertThat(diagnostic.code()).as("code of a diagnostic").matches(CODE);
        assertThat(diagnostic.message()).as("message of %s", diagnostic.code()).isNotBlank();
    }

    static void check(SoftwarePackage found) {
        assertThat(Purl.parse(found.purl().toString()))
                .as("package URL, parsed again")
                .isEqualTo(found.purl());
        found.files().forEach(Validity::check);
        found.extra()
                .keySet()
                .forEach(name -> assertThat(name).as("name of a further fact").matches(CODE));
    }

    static void check(Evidence evidence) {
        assertThat(evidence.rule()).as("rule").matches(CODE);
        assertThat(evidence.text()).as("text of %s", evidence.rule()).isNotBlank();
    }

    private static void check(PackageFile file) {
        assertThat(file.rule()).as("rule of %s", file.path()).matches(CODE);
        if (file.size() != null) {
            assertThat(file.size()).as("size of %s", file.path()).isNotNegative();
        }
        if (file.mode() != null) {
            assertThat(file.mode()).as("mode of %s", file.path()).isBetween(0, 07777);
        }
    }
}
