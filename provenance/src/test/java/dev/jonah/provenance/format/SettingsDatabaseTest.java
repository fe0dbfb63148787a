package dev.jonah.provenance.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.provenance.CompiledFiles;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsDatabaseTest {
    static Stream<ByteOrder> orders() {
        return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void itsFirstTableNamesTheSchemas(ByteOrder order) throws IOException {
        SettingsDatabase read = SettingsDatabase.read(CompiledFiles.settings("org.x.Y", order));

        assertThat(read.names()).containsExactly("org.x.Y");
        assertThat(read.whole()).isTrue();
    }

    @Test
    void bytesBehindItsLastValueAreNoPartOfIt() throws IOException {
        byte[] file = CompiledFiles.settings("org.x.Y", ByteOrder.LITTLE_ENDIAN);

        byte[] longer = Arrays.copyOf(file, file.length + 8);
        assertThat(SettingsDatabase.read(longer).whole()).isTrue();
        longer[file.length + 3] = 1;
        assertThat(SettingsDatabase.read(longer).whole()).isFalse();
    }

    @Test
    void whatIsCutOffAnywhereIsRefused() {
        byte[] file = CompiledFiles.settings("org.x.Y", ByteOrder.LITTLE_ENDIAN);
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> SettingsDatabase.read(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void tablesInEachOtherEnd() {
        byte[] file = CompiledFiles.settings("org.x.Y", ByteOrder.LITTLE_ENDIAN);
        file[24 + 8 + 16] = 24;
        file[24 + 8 + 20] = 24 + 8 + 24;

        assertThatThrownBy(() -> SettingsDatabase.read(file)).isInstanceOf(IOException.class);
    }
}
