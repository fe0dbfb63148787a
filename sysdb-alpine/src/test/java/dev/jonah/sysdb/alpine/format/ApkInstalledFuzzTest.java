package dev.jonah.sysdb.alpine.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Runs over the seeds beside it in every build; with {@code JAZZER_FUZZ=1} it looks for new inputs. */
class ApkInstalledFuzzTest {
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 1 << 16).build();
        List<ApkPackage> packages;
        try {
            packages = ApkInstalledReader.readAll(new ByteArrayInputStream(input), limits);
        } catch (IOException e) {
            return;
        }
        for (ApkPackage read : packages) {
            for (ApkFile file : read.files()) {
                if (("/" + file.path().latin1() + "/").contains("/../")) {
                    throw new IllegalStateException("leaves the root: " + file.path());
                }
            }
            read.identity();
            read.words('D').forEach(ApkDependency::parse);
        }
    }
}
