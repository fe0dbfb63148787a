package dev.jonah.appdb.dotnet.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.appdb.dotnet.TestBundle;
import dev.jonah.appdb.dotnet.format.Bundle.BundledFile;
import dev.jonah.appdb.dotnet.format.Bundle.FileType;
import dev.jonah.appdb.program.format.DamagedProgramException;
import dev.jonah.appdb.program.format.ProgramBytes;
import dev.jonah.appdb.program.format.ProgramReader;
import dev.jonah.testkit.MemoryBlob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleReaderTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    void theTableOfEachLayoutIsRead(int layout) throws IOException {
        ProgramBytes bytes = open(new TestBundle(layout)
                .file("A.dll", 1, "code")
                .file("A.deps.json", 3, "{}")
                .bytes());
        HostProgram host = host(bytes);
        assertThat(host.isFollowed()).isTrue();
        Bundle bundle = BundleReader.read(bytes, host.tableOffset());
        assertThat(bundle.majorVersion()).isEqualTo(layout);
        assertThat(bundle.id()).isEqualTo("bundle-id");
        assertThat(bundle.files())
                .extracting(file -> file.type() + " " + file.path() + " " + file.size())
                .containsExactly("ASSEMBLY A.dll 4", "DEPENDENCY_MANIFEST A.deps.json 2");
    }

    @Test
    void aCompressedFileIsUnpacked() throws IOException {
        ProgramBytes bytes = open(
                new TestBundle(6).packed("A.deps.json", 3, "{}".repeat(100)).bytes());
        Bundle bundle = BundleReader.read(bytes, host(bytes).tableOffset());
        BundledFile file = bundle.files().get(0);
        assertThat(file.type()).isEqualTo(FileType.DEPENDENCY_MANIFEST);
        assertThat(new String(BundleReader.content(file, bytes), StandardCharsets.UTF_8))
                .isEqualTo("{}".repeat(100));
    }

    @Test
    void aHostWithoutABundleTellsWhatItStarts() throws IOException {
        HostProgram host = host(open(TestBundle.host("App.dll")));
        assertThat(host.tableOffset()).isZero();
        assertThat(host.isFollowed()).isFalse();
        assertThat(host.starts("App.dll")).isTrue();
        assertThat(host.starts("Other.dll")).isFalse();
    }

    @Test
    void aTableOutsideOfTheFileIsRefused() {
        assertThatThrownBy(() -> BundleReader.read(open(TestBundle.host("A.dll")), 1 << 30))
                .isInstanceOf(DamagedProgramException.class);
    }

    private static HostProgram host(ProgramBytes bytes) throws IOException {
        return new HostProgram(ProgramReader.read(bytes).get(0), bytes);
    }

    private static ProgramBytes open(byte[] program) throws IOException {
        return new ProgramBytes(MemoryBlob.of(program).openChannel());
    }
}
