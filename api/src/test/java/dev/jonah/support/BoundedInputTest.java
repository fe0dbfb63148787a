package dev.jonah.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BoundedInputTest {
    private static BoundedInput of(int bytes, long limit) {
        Limits limits = Limits.builder().set(Limits.Name.PARSER_BYTES, limit).build();
        return new BoundedInput(new ByteArrayInputStream(new byte[bytes]), limits, "the test");
    }

    @Test
    void asManyBytesAsTheLimitAreReadToTheEnd() throws IOException {
        assertThat(of(1000, 1000).readAllBytes()).hasSize(1000);
    }

    @Test
    void whatLiesBeforeTheLimitIsHandedOutBeforeMoreIsRefused() throws IOException {
        BoundedInput in = of(1001, 1000);
        assertThat(in.readNBytes(1000)).hasSize(1000);
        assertThatThrownBy(() -> in.read(new byte[10], 0, 10))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("the test");
    }

    @Test
    void singleBytesAndSkippedOnesCountToo() throws IOException {
        BoundedInput in = of(20, 10);
        assertThat(in.skip(9)).isEqualTo(9);
        assertThat(in.read()).isZero();
        assertThatThrownBy(in::read).isInstanceOf(LimitExceededException.class);
    }
}
