package dev.jonah.testkit;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.diagnostic.Diagnostic.Severity;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about {@link CollectedDiagnostics}; made by {@link JonahAssertions}. */
public final class DiagnosticsAssert extends AbstractAssert<DiagnosticsAssert, CollectedDiagnostics> {
    DiagnosticsAssert(CollectedDiagnostics actual) {
        super(actual, DiagnosticsAssert.class);
    }

    /** Nothing was reported. */
    public DiagnosticsAssert isEmpty() {
        if (!actual.isEmpty()) {
            failWithMessage("expected no diagnostics, but there are %s", actual);
        }
        return this;
    }

    /** Exactly these codes were reported, in this order. */
    public DiagnosticsAssert hasCodes(String... codes) {
        if (!actual.codes().equals(List.of(codes))) {
            failWithActualExpectedAndMessage(
                    actual.codes(), List.of(codes), "expected the codes %s, but there are %s", List.of(codes), actual);
        }
        return this;
    }

    /** A diagnostic of this severity and code was reported at that path. */
    public DiagnosticsAssert has(Severity severity, String code, String path) {
        for (Diagnostic diagnostic : actual.all()) {
            if (diagnostic.severity() == severity
                    && diagnostic.code().equals(code)
                    && diagnostic.path() != null
                    && diagnostic.path().toString().equals(path)) {
                return this;
            }
        }
        failWithMessage("expected %s %s at %s, but there are %s", severity, code, path, actual);
        return this;
    }
}
