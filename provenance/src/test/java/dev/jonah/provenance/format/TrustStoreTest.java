package dev.jonah.provenance.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.provenance.Certificates;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustStoreTest {
    @ParameterizedTest
    @CsvSource({"JKS, changeit", "JKS, secret", "PKCS12, changeit", "PKCS12, changeme"})
    void storesOfJavaGiveTheirCertificates(String type, String password) throws Exception {
        assertThat(TrustStore.read(Certificates.store(type, password, "first", "second")))
                .containsExactlyInAnyOrder(Certificates.der("first"), Certificates.der("second"));
    }

    @Test
    void aStoreWithAnUnknownPasswordIsRefused() throws Exception {
        byte[] store = Certificates.store("PKCS12", "secret", "first");
        assertThatThrownBy(() -> TrustStore.read(store)).hasMessageContaining("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keystore.pkcs12.macIterationCount", "keystore.pkcs12.certPbeIterationCount"})
    void aStoreThatAsksForTooMuchWorkIsRefusedBeforeItIsOpened(String property) throws Exception {
        System.setProperty(property, "100001");
        try {
            byte[] store = Certificates.store("PKCS12", "changeit", "first");
            assertThatThrownBy(() -> TrustStore.read(store)).hasMessageContaining("too much work");
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void listsOfFirmwareGiveTheirCertificates() throws Exception {
        byte[] der = Certificates.der("first");
        assertThat(TrustStore.read(list(der))).containsExactly(der);
    }

    @Test
    void aListOfAnotherKindOfSignatureIsRefused() throws Exception {
        byte[] list = list(Certificates.der("first"));
        byte[] two = Arrays.copyOf(list, 2 * list.length);
        System.arraycopy(list, 0, two, list.length, list.length);
        two[list.length] ^= 1;
        assertThatThrownBy(() -> TrustStore.read(two)).hasMessageContaining("no list");
    }

    @Test
    void aStoreThatIsCutOffAnywhereIsRefused() throws Exception {
        byte[] store = Certificates.store("JKS", "changeit", "first");
        for (int length = 0; length < store.length; length++) {
            byte[] cut = Arrays.copyOf(store, length);
            assertThatThrownBy(() -> TrustStore.read(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aStoreWithAKeyIsRefused() {
        byte[] store = HexFormat.of().parseHex("feedfeed" + "00000002" + "00000001" + "00000001" + "00".repeat(40));
        assertThatThrownBy(() -> TrustStore.read(store)).hasMessageContaining("key");
    }

    private static byte[] list(byte[] der) {
        ByteBuffer list = ByteBuffer.allocate(28 + 16 + der.length).order(ByteOrder.LITTLE_ENDIAN);
        list.put(HexFormat.of().parseHex("a159c0a5e494a74a87b5ab155c2bf072"));
        list.putInt(list.capacity()).putInt(0).putInt(16 + der.length);
        list.position(44);
        return list.put(der).array();
    }
}
