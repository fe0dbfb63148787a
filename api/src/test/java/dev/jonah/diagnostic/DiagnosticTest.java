package dev.jonah.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Diagnostic.Severity;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticTest {
    @ParameterizedTest
    @CsvSource({
        "1b, \\x1b",
        "0a, \\x0a",
        "00, \\x00",
        "7f, \\x7f",
        "9b, \\x9b",
        "202e, \\u202e",
        "2066, \\u2066",
        "2069, \\u2069",
    })
    void controlAndBidirectionalCharactersAreEscaped(String hex, String escaped) {
        String text = "a" + (char) Integer.parseInt(hex, 16) + "z";
        assertThat(Diagnostic.printable(text)).isEqualTo("a" + escaped + "z");
        assertThat(new Diagnostic(Severity.INFO, "a.b", null, null, text).message())
                .isEqualTo("a" + escaped + "z");
    }

    @Test
    void otherTextStaysAsItIs() {
        String text = "größe 😀 \\x1b עברית";
        assertThat(Diagnostic.printable(text)).isEqualTo(text);
    }

    @Test
    void orderIsSeverityCodePluginPathMessage() {
        Diagnostic error = new Diagnostic(Severity.ERROR, "z.z", null, null, "");
        Diagnostic ownA = new Diagnostic(Severity.WARNING, "a.a", null, null, "");
        Diagnostic pluginA = new Diagnostic(Severity.WARNING, "a.a", "p.q", null, "");
        Diagnostic pluginPathA = new Diagnostic(Severity.WARNING, "a.a", "p.q", ImagePath.of("/x"), "a");
        Diagnostic pluginPathB = new Diagnostic(Severity.WARNING, "a.a", "p.q", ImagePath.of("/x"), "b");
        Diagnostic info = new Diagnostic(Severity.INFO, "a.a", null, null, "");
        List<Diagnostic> all = new ArrayList<>(List.of(info, pluginPathB, pluginPathA, pluginA, ownA, error));
        all.sort(null);
        assertThat(all).containsExactly(error, ownA, pluginA, pluginPathA, pluginPathB, info);
    }

    @Test
    void shortFormsGiveTheSeverityTheirNameSays() {
        List<Diagnostic> all = new ArrayList<>();
        Diagnostics diagnostics = all::add;
        diagnostics.error("a.a", null, "1");
        diagnostics.warning("a.b", ImagePath.ROOT, "2");
        diagnostics.info("a.c", null, "3");
        assertThat(all)
                .containsExactly(
                        new Diagnostic(Severity.ERROR, "a.a", null, null, "1"),
                        new Diagnostic(Severity.WARNING, "a.b", null, ImagePath.ROOT, "2"),
                        new Diagnostic(Severity.INFO, "a.c", null, null, "3"));
    }
}
