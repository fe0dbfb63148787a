package dev.jonah.appdb.java.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.program.TestElf;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackagesScan;
import dev.jonah.testkit.RealTool;
import dev.jonah.testkit.Scans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeImageParserTest {
    @TempDir
    Path directory;

    @Test
    void aComponentThatIsNoneIsReportedAndTheOthersCount() throws IOException {
        PackagesScan scan = scan(TestNativeImage.with(TestNativeImage.SBOM));
        assertThat(scan.parse(new NativeImageParser())).hasSize(3);
        assertThat(scan.diagnostics().codes()).containsExactly("java.coordinates");
    }

    @Test
    void aLengthThatIsALieIsReported() throws IOException {
        for (long length : new long[] {-1, 1 << 20, 1L << 40, Long.MAX_VALUE}) {
            PackagesScan scan = scan(TestNativeImage.with(new byte[10], length));
            assertThat(scan.parse(new NativeImageParser())).isEmpty();
            assertThat(scan.diagnostics().codes()).containsExactly("java.native-image");
        }
    }

    @Test
    void whatIsNoGzipOrNoJsonIsReported() throws IOException {
        for (byte[] sbom : new byte[][] {new byte[10], TestNativeImage.gzip("[1]"), TestNativeImage.gzip("{\"a\": ")}) {
            PackagesScan scan = scan(TestNativeImage.with(sbom, sbom.length));
            assertThat(scan.parse(new NativeImageParser())).isEmpty();
            assertThat(scan.diagnostics().codes()).containsExactly("java.native-image");
        }
    }

    @Test
    void otherProgramsGiveNothing() throws IOException {
        PackagesScan scan = scan(TestElf.usual().section(".text", new byte[10]).bytes());
        assertThat(scan.parse(new NativeImageParser())).isEmpty();
        assertThat(scan.diagnostics().codes()).isEmpty();
    }

    @Test
    void aProgramThatARealLinkerMadeIsRead() throws IOException {
        StringBuilder source = new StringBuilder("char sbom[] = {");
        byte[] sbom = TestNativeImage.gzip(TestNativeImage.SBOM);
        for (byte b : sbom) {
            source.append(b & 0xff).append(',');
        }
        source.append("};\nlong sbom_length = ").append(sbom.length).append(";\n");
        source.append("__attribute__((section(\".svm_heap\"))) int heap = 1;\nint main() { return 0; }\n");
        Path program = directory.resolve("program");
        Path file = Files.writeString(directory.resolve("x.c"), source);
        RealTool.named("gcc").run("-rdynamic", "-o", "" + program, "" + file).succeeded();
        assertThat(scan(Files.readAllBytes(program)).parse(new NativeImageParser()))
                .extracting(SoftwarePackage::purl)
                .extracting(Object::toString)
                .containsExactly(
                        "pkg:maven/org.example/shop@1.4",
                        "pkg:maven/io.netty/netty-common@4.1.76.Final",
                        "pkg:maven/org.json/json@20211205");
    }

    private static PackagesScan scan(byte[] program) {
        return Scans.packages(FakeTree.builder().file("/bin/shop", program).build());
    }
}
