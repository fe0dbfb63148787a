package dev.jonah.sysdb.rpm.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpmCapabilitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cap_net_raw=ep           | 0100000200200000000000000000000000000000",
                "= cap_net_raw+ep         | 0100000200200000000000000000000000000000",
                "cap_net_admin,cap_net_raw+p | 0000000200300000000000000000000000000000",
                "cap_setgid=ep cap_setuid=ei | 0100000240000000800000000000000000000000",
                "cap_bpf,cap_chown=i      | 0000000200000000010000000000000080000000",
                "cap_net_raw=ep cap_net_raw-e | 0000000200200000000000000000000000000000",
                "cap_38=p                 | 0000000200000000000000004000000000000000",
                "=                        | 0000000200000000000000000000000000000000"
            })
    void valueIsWhatTheKernelKeeps(String text, String hex) {
        assertThat(HexFormat.of()
                        .formatHex(RpmCapabilities.parse(text).attribute().bytes()))
                .isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=ep", "all=p", "cap_unheard_of=p", "net_raw=p", "cap_net_raw", "cap_net_raw=x", "cap_99=p"})
    void whatCannotBeToldIsNull(String text) {
        assertThat(RpmCapabilities.parse(text)).isNull();
    }
}
