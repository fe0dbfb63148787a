package dev.jonah.sysdb.alpine.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.sysdb.alpine.Archives;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ApkScriptsReaderTest {
    private static final String IDENTITY = "Q1AAECAwQFBgcICQoLDA0ODxAREhM=";
    private static final String HEX = "000102030405060708090a0b0c0d0e0f10111213";

    @Test
    void namesAreSplitAtTheLastTwoDots() {
        ApkScript script = ApkScript.of("busybox-1.36.1-r29." + IDENTITY + ".post-install", 7);
        assertThat(script.nameAndVersion()).isEqualTo("busybox-1.36.1-r29");
        assertThat(script.identity()).hasToString("sha1:" + HEX);
        assertThat(script.action()).isEqualTo("post-install");
    }

    @Test
    void identityMayBeHexadecimal() {
        assertThat(ApkScript.of("a-1.X1" + HEX + ".trigger", 0).identity()).hasToString("sha1:" + HEX);
    }

    @Test
    void otherNamesAreNotWellFormed() {
        assertThat(new String[] {"", ".", "..", "a", "a.b", "a-1." + IDENTITY + ".run", "." + IDENTITY + ".trigger"})
                .noneMatch(name -> ApkScript.of(name, 0).isWellFormed());
    }

    @Test
    void archiveMayBeCompressed() throws IOException {
        byte[] tar = Archives.tar("a-1." + IDENTITY + ".trigger", "#!/bin/sh\n");
        assertThat(read(tar)).isEqualTo(read(Archives.gzip(tar)));
        assertThat(read(tar).scripts()).containsExactly(ApkScript.of("a-1." + IDENTITY + ".trigger", 10));
    }

    @Test
    void damagedArchiveKeepsWhatWasReadAndSaysWhy() throws IOException {
        byte[] tar = Archives.tar("a-1." + IDENTITY + ".trigger", "x", "b", "y");
        Arrays.fill(tar, 1024, 1536, (byte) 0x7f);
        ApkScriptsReader.Scripts read = read(tar);
        assertThat(read.scripts()).hasSize(1);
        assertThat(read.failure()).isNotNull();
    }

    @Test
    void everyPrefixIsSurvived() throws IOException {
        byte[] gzip = Archives.gzip(Archives.tar("a-1." + IDENTITY + ".trigger", "x", "b", "y"));
        for (int length = 0; length < gzip.length; length++) {
            assertThat(read(Arrays.copyOf(gzip, length)).scripts()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void endlessHeaderIsALimit() throws IOException {
        byte[] tar = Archives.tarWithLongName(300_000);
        Limits limits =
                Limits.builder().set(Limits.Name.TAR_HEADER_BYTES, 100_000).build();
        assertThat(ApkScriptsReader.readAll(new ByteArrayInputStream(tar), limits)
                        .failure())
                .contains("tar-header-bytes");
    }

    private static ApkScriptsReader.Scripts read(byte[] bytes) {
        return ApkScriptsReader.readAll(new ByteArrayInputStream(bytes), Limits.defaults());
    }
}
