package dev.jonah.core.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private static final String NET_RAW = "0100000200200000000000000000000000000000";

    @Test
    void namesWhatIsGranted() {
        assertThat(Capabilities.parse(bytes(NET_RAW))).hasToString("cap_net_raw=ep");
        assertThat(Capabilities.parse(bytes("0000000200300000003000000000000000000000")))
                .hasToString("cap_net_admin=ip cap_net_raw=ip");
        assertThat(Capabilities.parse(bytes("0000000200000000000000000001000000000000")))
                .hasToString("cap_checkpoint_restore=p");
    }

    @Test
    void namesCapabilitiesOfLaterKernelsByNumber() {
        assertThat(Capabilities.parse(bytes("0000000200000000000000000000008000000000")))
                .hasToString("63=p");
    }

    @Test
    void theFirstRevisionIsEqualIfItGrantsTheSame() {
        assertThat(Capabilities.matches(digest(NET_RAW), bytes("010000010020000000000000")))
                .isTrue();
    }

    @Test
    void theThirdRevisionIsEqualUnlessItHoldsForANamespace() {
        String third = "010000030020000000000000000000000000000000000000";
        assertThat(Capabilities.matches(digest(NET_RAW), bytes(third))).isTrue();
        String ofNamespace = third.substring(0, 40) + "a0860100";
        assertThat(Capabilities.matches(digest(NET_RAW), bytes(ofNamespace))).isFalse();
        assertThat(Capabilities.parse(bytes(ofNamespace)))
                .hasToString("cap_net_raw=ep for the user namespace of 100000");
    }

    @Test
    void otherBytesAreNone() {
        for (String hex : new String[] {"", "010000", "01000002", NET_RAW + "00", "0100000400200000"}) {
            assertThat(Capabilities.parse(bytes(hex))).as(hex).isNull();
        }
    }

    @Test
    void unknownBytesAreEqualToThemselves() {
        assertThat(Capabilities.matches(digest("ff"), bytes("ff"))).isTrue();
    }

    private static Digest digest(String hex) {
        return Digest.compute(Digest.Algorithm.SHA256, bytes(hex).bytes());
    }

    private static RawText bytes(String hex) {
        return RawText.of(HexFormat.of().parseHex(hex));
    }
}
