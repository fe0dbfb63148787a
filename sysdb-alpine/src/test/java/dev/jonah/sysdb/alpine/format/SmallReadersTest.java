package dev.jonah.sysdb.alpine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallReadersTest {
    private static final String IDENTITY = "Q1AAECAwQFBgcICQoLDA0ODxAREhM=";

    @Test
    void worldHasAllFormsOfSpecifications() throws IOException {
        ApkWorldReader.World world = ApkWorldReader.readAll(
                stream("musl busybox@edge\nopenssl~=3.1 a>=1\n!b\n.build-deps=20240101.1 /bin/sh\n"),
                Limits.defaults());
        assertThat(world.dependencies())
                .containsExactly(
                        new ApkDependency("musl", false, "musl", null, null, null),
                        new ApkDependency("busybox@edge", false, "busybox", "edge", null, null),
                        new ApkDependency("openssl~=3.1", false, "openssl", null, "~=", "3.1"),
                        new ApkDependency("a>=1", false, "a", null, ">=", "1"),
                        new ApkDependency("!b", true, "b", null, null, null),
                        new ApkDependency(".build-deps=20240101.1", false, ".build-deps", null, "=", "20240101.1"),
                        new ApkDependency("/bin/sh", false, "/bin/sh", null, null, null));
        assertThat(world.malformed()).isEmpty();
    }

    @Test
    void tagMayStandBeforeOrAfterTheVersion() {
        ApkDependency before = ApkDependency.parse("a@t=1");
        ApkDependency after = ApkDependency.parse("a=1@t");
        assertThat(before).isNotNull();
        assertThat(after).isNotNull();
        assertThat(List.of(before, after)).allMatch(d -> "t".equals(d.tag()) && "1".equals(d.version()));
    }

    @Test
    void wordsThatAreNoSpecificationAreKept() throws IOException {
        assertThat(ApkWorldReader.readAll(stream("a =1 !\n"), Limits.defaults()).malformed())
                .containsExactly("=1", "!");
    }

    @Test
    void triggersHaveIdentityAndGlobs() throws IOException {
        List<ApkTrigger> read =
                ApkTriggersReader.readAll(stream(IDENTITY + " /bin /lib/modules/*\nrubbish /x\n"), Limits.defaults());
        assertThat(read.get(0).patterns()).containsExactly("/bin", "/lib/modules/*");
        assertThat(read).extracting(t -> t.digest() == null).containsExactly(false, true);
    }

    @Test
    void repositoriesHaveTagTypeUrlAndComponents() throws IOException {
        ApkRepositoriesReader.Repositories read = ApkRepositoriesReader.readAll(
                stream("# comment\nhttps://x/y\n@t /media/usb/apks\n@u v3 https://x/ main community\n@\n"),
                Limits.defaults());
        assertThat(read.repositories())
                .containsExactly(
                        new ApkRepository("https://x/y", null, null, "https://x/y", List.of()),
                        new ApkRepository("@t /media/usb/apks", "t", null, "/media/usb/apks", List.of()),
                        new ApkRepository(
                                "@u v3 https://x/ main community",
                                "u",
                                "v3",
                                "https://x/",
                                List.of("main", "community")));
        assertThat(read.malformed()).containsExactly("@");
    }

    @Test
    void onlyUrlsAndDirectoriesAreFetchable() {
        ApkRepository shell = ApkRepository.parse("rm -rf /");
        ApkRepository directory = ApkRepository.parse("/media/cdrom/apks");
        assertThat(shell).isNotNull();
        assertThat(directory).isNotNull();
        assertThat(shell.isFetchable()).isFalse();
        assertThat(directory.isFetchable()).isTrue();
    }

    @Test
    void busyboxPathsAreRelativeToTheRoot() throws IOException {
        assertThat(BusyboxPathsReader.readAll(stream("usr/bin/[\n\nbin/ash\n"), Limits.defaults()))
                .containsExactly(ImagePath.of("/usr/bin/["), ImagePath.of("/bin/ash"));
    }

    @Test
    void listsAreBoundedMoreTightlyThanDatabases() {
        Limits limits = Limits.builder().set(Limits.Name.PARSER_BYTES, 1 << 20).build();
        assertThatThrownBy(() -> ApkWorldReader.readAll(stream("a ".repeat(40_000)), limits))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void attributesAreHashedInOrderOfNamesWithTheirLengths() {
        RawText value = RawText.ofLatin1("\1\2");
        byte[] hashed = "\0\0\0\1a\0\0\0\2\1\2\0\0\0\1b\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(ApkAttributes.checksum(Map.of("b", RawText.of(""), "a", value), Digest.Algorithm.SHA1))
                .isEqualTo(Digest.compute(Digest.Algorithm.SHA1, hashed));
        assertThat(ApkAttributes.checksum(Map.of(), Digest.Algorithm.SHA1)).isNull();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
