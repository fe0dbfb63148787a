package dev.jonah.sysdb.rpm.format;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Runs over the seeds beside it in every build; with {@code JAZZER_FUZZ=1} it looks for new inputs. */
class RpmHeaderFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        RpmHeader header;
        try {
            header = RpmHeader.read(input);
        } catch (RpmFormatException e) {
            return;
        }
        for (RpmEntry entry : header.entries()) {
            header.texts(entry);
            header.numbers(entry);
            header.bytes(entry);
        }
        header.overrides();
        RpmPackage rpm = new RpmPackage(header);
        rpm.headerDigests();
        rpm.signatures();
        rpm.scriptlets();
        rpm.source();
        for (RpmDependency.Kind kind : RpmDependency.Kind.values()) {
            for (RpmDependency dependency : rpm.dependencies(kind)) {
                if (!dependency.toString().startsWith(dependency.name())) {
                    throw new IllegalStateException("a dependency without its name: " + dependency);
                }
            }
        }
        for (RpmFile file : rpm.files(problem -> {})) {
            if (file.path().isEmpty()) {
                throw new IllegalStateException("a file without a path");
            }
            if (file.digest() != null) {
                file.digest().value();
            }
            if (file.capabilities() != null) {
                RpmCapabilities.parse(file.capabilities());
            }
        }
    }
}
