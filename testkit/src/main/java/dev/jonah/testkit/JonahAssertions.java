package dev.jonah.testkit;

import dev.jonah.packages.SoftwarePackage;

/**
 * Assertions for what plugins hand over, beside those of AssertJ.
 *
 * <pre>{@code
 * import static dev.jonah.testkit.JonahAssertions.assertThat;
 *
 * assertThat(musl).hasPurl("pkg:apk/alpine/musl@1.2.5-r0?arch=x86_64").promises("/lib/libc.so").withMode(0755);
 * assertThat(scan.diagnostics()).hasCodes("apk.installed.line");
 * }</pre>
 */
public final class JonahAssertions {
    private JonahAssertions() {}

    /** Assertions about a package. */
    public static PackageAssert assertThat(SoftwarePackage actual) {
        return new PackageAssert(actual);
    }

    /** Assertions about diagnostics. */
    public static DiagnosticsAssert assertThat(CollectedDiagnostics actual) {
        return new DiagnosticsAssert(actual);
    }
}
