package dev.jonah.provenance.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jonah.provenance.LoaderFiles;
import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoaderCacheTest {
    private static final String[] LIBRARIES = {"libc.so.6", "/lib/libc.so.6", "libm.so.6", "/lib/libm.so.6"};

    static Stream<byte[]> caches() {
        return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                .flatMap(order -> Stream.of(
                        LoaderFiles.cache(order, LIBRARIES),
                        LoaderFiles.oldCache(order, LIBRARIES),
                        LoaderFiles.bothCaches(order, LIBRARIES)));
    }

    @ParameterizedTest
    @MethodSource("caches")
    void everyFormatInEitherByteOrderGivesTheSameLibraries(byte[] file) throws IOException {
        assertThat(LoaderCache.read(file).entries())
                .extracting(e -> e.library() + " " + e.path())
                .containsExactly("libc.so.6 /lib/libc.so.6", "libm.so.6 /lib/libm.so.6");
    }

    @ParameterizedTest
    @MethodSource("caches")
    void bytesThatNothingInItRefersToAreNoPartOfIt(byte[] file) throws IOException {
        byte[] longer = java.util.Arrays.copyOf(file, file.length + 8);
        assertThat(LoaderCache.read(longer).whole()).isTrue();

        longer[file.length + 3] = 1;
        assertThat(LoaderCache.read(longer).whole()).isFalse();
    }

    @Test
    void flagsTellWhatALibraryIsFor() throws IOException {
        assertThat(LoaderCache.read(LoaderFiles.cache(ByteOrder.LITTLE_ENDIAN, LIBRARIES))
                        .entries())
                .extracting(LoaderCache.Entry::flags)
                .containsOnly(0x303);
    }

    @ParameterizedTest
    @MethodSource("caches")
    void whatIsCutOffAnywhereIsRefused(byte[] file) {
        for (int length = 0; length < file.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(file, length);
            assertThatThrownBy(() -> LoaderCache.read(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void moreEntriesThanTheFileHoldsAreRefused() {
        byte[] file = LoaderFiles.cache(ByteOrder.LITTLE_ENDIAN, LIBRARIES);
        ByteBuffer.wrap(file).putInt(20, -1);
        assertThatThrownBy(() -> LoaderCache.read(file)).hasMessageContaining("more entries");
    }

    @Test
    void entriesThatAllNameOneLongTextDoNotTakeMemoryWithoutBound() {
        int count = 20_000;
        byte[] file = new byte[48 + 24 * count + 4000];
        System.arraycopy(LoaderFiles.cache(ByteOrder.LITTLE_ENDIAN, LIBRARIES), 0, file, 0, 48);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(20, count);
        java.util.Arrays.fill(file, 48 + 24 * count, file.length - 1, (byte) 'x');
        for (int i = 0; i < count; i++) {
            bytes.putInt(48 + 24 * i + 4, 48 + 24 * count).putInt(48 + 24 * i + 8, 48 + 24 * count);
        }
        assertThatThrownBy(() -> LoaderCache.read(file)).hasMessageContaining("too long");
    }

    @Test
    void whatLdconfigRemembersNamesItsLibraries() throws IOException {
        byte[] file = LoaderFiles.memory("libc.so.6", "libm.so.6");
        assertThat(LoaderAuxiliaryCache.read(file).libraries()).containsExactly("libc.so.6", "libm.so.6");
        file[21] = '2';
        assertThat(LoaderAuxiliaryCache.read(file).libraries()).containsExactly("libc.so.6", "libm.so.6");
        byte[] longer = java.util.Arrays.copyOf(file, file.length + 1);
        assertThatThrownBy(() -> LoaderAuxiliaryCache.read(longer)).hasMessageContaining("do not add up");
    }

    @Test
    void theCacheOfThisMachineIsReadAsLdconfigReadsIt() throws IOException {
        Path cache = Path.of("/etc/ld.so.cache");
        assumeTrue(Files.exists(cache), "skipped: there is no " + cache);
        List<String> expected = RealTool.named("ldconfig")
                .run("-p")
                .succeeded()
                .lines()
                .filter(line -> line.contains(" => "))
                .map(line -> line.strip().replaceFirst(" .* => ", " "))
                .toList();

        assertThat(LoaderCache.read(Files.readAllBytes(cache)).entries())
                .extracting(e -> e.library() + " " + e.path())
                .containsExactlyElementsOf(expected);
    }
}
