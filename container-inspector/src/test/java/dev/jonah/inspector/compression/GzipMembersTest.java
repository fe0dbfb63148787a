package dev.jonah.inspector.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GzipMembersTest {
    private static final byte[] BYTES = bytes(40_000);

    private int trailing;

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        Random random = new Random(1);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(9));
        }
        return bytes;
    }

    /** Gives few bytes at a time and never says how many there are. */
    private static InputStream reluctant(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 7));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
    }

    private InputStream open(InputStream in) throws IOException {
        return new GzipMembers(in, () -> trailing++);
    }

    private byte[] decode(byte[] gzip) throws IOException {
        try (InputStream in = open(reluctant(gzip))) {
            return in.readAllBytes();
        }
    }

    /** What is handed over before damage is told. */
    private byte[] decodeDamaged(byte[] gzip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> open(new ByteArrayInputStream(gzip)).transferTo(out))
                .isInstanceOf(DamagedDataException.class)
                .hasMessageContaining("gzip");
        return out.toByteArray();
    }

    @Test
    void allMembersAreReadFromASourceThatTellsNothing() throws IOException {
        assertThat(decode(Compressors.GZIP_MEMBERS.apply(BYTES))).isEqualTo(BYTES);
        assertThat(trailing).isZero();
    }

    @Test
    void membersWithoutContentAreRead() throws IOException {
        byte[] empty = Compressors.GZIP.apply(new byte[0]);
        assertThat(decode(Compressors.join(empty, empty, Compressors.GZIP.apply(BYTES), empty)))
                .isEqualTo(BYTES);
    }

    @Test
    void optionalFieldsOfTheHeaderAreSkipped() throws IOException {
        byte[] plain = Compressors.GZIP.apply(BYTES);
        byte[] head = {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3};
        byte[] fields = {2, 0, 'x', 'y', 'n', 'a', 'm', 'e', 0, 'c', 0, 1, 2};
        assertThat(decode(Compressors.join(head, fields, Arrays.copyOfRange(plain, 10, plain.length))))
                .isEqualTo(BYTES);
    }

    @Test
    void zerosAtTheEndArePadding() throws IOException {
        assertThat(decode(Compressors.join(Compressors.GZIP.apply(BYTES), new byte[1000])))
                .isEqualTo(BYTES);
        assertThat(trailing).isZero();
    }

    @Test
    void garbageAtTheEndIsTold() throws IOException {
        assertThat(decode(Compressors.join(Compressors.GZIP.apply(BYTES), new byte[] {0, 0, 1})))
                .isEqualTo(BYTES);
        assertThat(decode(Compressors.join(Compressors.GZIP.apply(BYTES), new byte[] {0x1f, 0x1f})))
                .isEqualTo(BYTES);
        assertThat(trailing).isEqualTo(2);
    }

    @Test
    void aWrongChecksumIsToldAfterAllBytes() {
        byte[] gzip = Compressors.GZIP.apply(BYTES);
        gzip[gzip.length - 8] ^= 1;
        assertThat(decodeDamaged(gzip)).isEqualTo(BYTES);
    }

    @Test
    void aWrongLengthIsToldAfterAllBytes() {
        byte[] gzip = Compressors.GZIP.apply(BYTES);
        gzip[gzip.length - 1] ^= 1;
        assertThat(decodeDamaged(gzip)).isEqualTo(BYTES);
    }

    @Test
    void aCutAtAnyByteIsToldAndGivesABeginning() {
        byte[] small = Arrays.copyOf(BYTES, 300);
        byte[] gzip = Compressors.GZIP.apply(small);
        int longest = 0;
        for (int length = 1; length < gzip.length; length++) {
            byte[] got = decodeDamaged(Arrays.copyOf(gzip, length));
            assertThat(got).as("of %d bytes", length).isEqualTo(Arrays.copyOf(small, got.length));
            assertThat(got.length).isGreaterThanOrEqualTo(longest);
            longest = got.length;
        }
        assertThat(longest).isEqualTo(small.length);
    }

    @Test
    void damageInALaterMemberIsTold() {
        byte[] first = Compressors.GZIP.apply(BYTES);
        byte[] unknownMethod = {0x1f, (byte) 0x8b, 9, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3};
        assertThat(decodeDamaged(Compressors.join(first, unknownMethod))).isEqualTo(BYTES);
    }

    @Test
    void damageIsToldAgainWhenAskedAgain() throws IOException {
        InputStream in = open(new ByteArrayInputStream(Compressors.join(
                Compressors.GZIP.apply(BYTES), new byte[] {0x1f, (byte) 0x8b, 9, 0, 0, 0, 0, 0, 0, 0})));
        in.readNBytes(BYTES.length);
        assertThatThrownBy(in::read).isInstanceOf(DamagedDataException.class);
        assertThatThrownBy(in::read).isInstanceOf(DamagedDataException.class);
    }
}
