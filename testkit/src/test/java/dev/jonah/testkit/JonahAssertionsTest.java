package dev.jonah.testkit;

import static dev.jonah.testkit.JonahAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.Diagnostic.Severity;
import dev.jonah.image.EntryType;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.util.List;
import org.junit.jupiter.api.Test;

class JonahAssertionsTest {
    private final SoftwarePackage musl = SoftwarePackage.of(
                    Purl.parse("pkg:apk/alpine/musl@1.2"), SoftwarePackage.Kind.SYSTEM, ImagePath.of("/db"))
            .source("musl", null)
            .extra("apk.commit", "abc")
            .file(PackageFile.at(ImagePath.of("/lib/libc.so"), "apk.checksum")
                    .type(EntryType.FILE)
                    .mode(0755)
                    .build())
            .build();

    @Test
    void whatIsTruePasses() {
        assertThatCode(() -> {
                    assertThat(musl)
                            .hasPurl("pkg:apk/alpine/musl@1.2")
                            .hasSource("musl", null)
                            .isFoundAt("/db")
                            .hasExtra("apk.commit", "abc")
                            .hasExtra("none", null)
                            .promisesFiles(1);
                    assertThat(musl)
                            .promises("/lib/libc.so")
                            .withType(EntryType.FILE)
                            .withMode(0755)
                            .withDigest(null)
                            .withRule("apk.checksum");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsNotTrueFailsWithBothValues() {
        assertThatThrownBy(() -> assertThat(musl).hasPurl("pkg:apk/alpine/musl@1.3"))
                .hasMessageContainingAll("musl@1.2", "musl@1.3");
        assertThatThrownBy(() -> assertThat(musl).promises("/lib/libc.so").withMode(0644))
                .hasMessageContainingAll("755", "644");
        assertThatThrownBy(() -> assertThat(musl).promises("/none")).hasMessageContaining("/lib/libc.so");
        assertThatThrownBy(() -> assertThat(musl).isFoundAt("/other")).hasMessageContaining("/db");
    }

    @Test
    void diagnosticsAreComparedByTheirCodes() {
        CollectedDiagnostics diagnostics = new CollectedDiagnostics();
        assertThat(diagnostics).isEmpty();
        diagnostics.warning("a.b", ImagePath.of("/x"), "text");
        assertThat(diagnostics).hasCodes("a.b").has(Severity.WARNING, "a.b", "/x");
        assertThatThrownBy(() -> assertThat(diagnostics).isEmpty()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(diagnostics).hasCodes("a.c")).hasMessageContaining("text");
        assertThatThrownBy(() -> assertThat(diagnostics).has(Severity.ERROR, "a.b", "/x"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void goldenTextHasEveryFactAndNothingThatIsUnknown() {
        org.assertj.core.api.Assertions.assertThat(Golden.text(List.of(musl))).isEqualTo("""
                        pkg:apk/alpine/musl@1.2
                          kind system
                          source musl
                          found-at /db
                          extra apk.commit abc
                          file /lib/libc.so type=file mode=755 rule=apk.checksum
                        """);
    }
}
