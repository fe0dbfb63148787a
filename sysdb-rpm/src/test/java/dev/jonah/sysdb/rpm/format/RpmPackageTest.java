package dev.jonah.sysdb.rpm.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpmPackageTest {
    @ParameterizedTest
    @CsvSource({
        "bash-5.1.8-1.cm2.src.rpm, bash, 5.1.8-1.cm2",
        "a-b-c-1-2.nosrc.rpm, a-b-c, 1-2",
        "odd, odd,",
        "x-1, x-1,",
        "(none), ,",
    })
    void sourceIsTakenApartFromTheRight(String text, String name, String version) {
        assertThat(RpmSource.ofFileName(text)).isEqualTo(name == null ? null : new RpmSource(name, version));
    }

    @Test
    void sourceOfRpm6HasItsEpoch() {
        RpmPackage rpm = HeaderBuilder.withoutRegion()
                .text(RpmTag.SOURCERPM, "x-1-2.src.rpm")
                .text(RpmTag.SOURCENEVR, "x-3:1-2")
                .rpm();
        assertThat(rpm.source()).isEqualTo(new RpmSource("x", "3:1-2"));
    }

    @Test
    void dependenciesReadAsRpmWritesThem() {
        RpmPackage rpm = HeaderBuilder.withoutRegion()
                .texts(RpmTag.REQUIRENAME, "glibc", "sh", "x")
                .int32(RpmTag.REQUIREFLAGS, 12, 0, 2 | 1 << 9)
                .texts(RpmTag.REQUIREVERSION, "2.34", "", "1:2-3")
                .rpm();
        assertThat(rpm.dependencies(RpmDependency.Kind.REQUIRES))
                .extracting(RpmDependency::toString)
                .containsExactly("glibc >= 2.34", "sh", "x < 1:2-3");
    }

    @Test
    void absentAndEmptyModularityLabelsAreToldApart() {
        assertThat(HeaderBuilder.withoutRegion().text(RpmTag.NAME, "x").rpm().modularityLabel())
                .isNull();
        assertThat(HeaderBuilder.withoutRegion()
                        .text(RpmTag.MODULARITYLABEL, "")
                        .rpm()
                        .modularityLabel())
                .isEmpty();
    }

    @Test
    void absentEpochIsNotZero() {
        assertThat(HeaderBuilder.withoutRegion().text(RpmTag.NAME, "x").rpm().epoch())
                .isNull();
        assertThat(HeaderBuilder.withoutRegion().int32(RpmTag.EPOCH, 0).rpm().epoch())
                .isZero();
    }

    @Test
    void scriptsHaveInterpreterAndText() {
        RpmPackage rpm = HeaderBuilder.withoutRegion()
                .text(RpmTag.POSTIN, "ldconfig\n")
                .text(RpmTag.POSTINPROG, "/bin/sh")
                .text(RpmTag.POSTUNPROG, "/sbin/ldconfig")
                .rpm();
        assertThat(rpm.scriptlets())
                .containsExactly(
                        new RpmScriptlet(RpmScriptlet.Kind.POSTIN, List.of("/bin/sh"), "ldconfig\n"),
                        new RpmScriptlet(RpmScriptlet.Kind.POSTUN, List.of("/sbin/ldconfig"), null));
    }

    @Test
    void soundHeaderHasSoundChecksums() {
        assertThat(HeaderBuilder.withRegion()
                        .text(RpmTag.NAME, "x")
                        .sealed()
                        .rpm()
                        .headerDigests())
                .hasSize(2)
                .allMatch(RpmHeaderDigest::isSound);
    }

    @Test
    void changedHeaderHasNone() throws RpmFormatException {
        byte[] bytes =
                HeaderBuilder.withRegion().text(RpmTag.NAME, "real").sealed().build();
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("real");
        bytes[at] = 'R';
        assertThat(new RpmPackage(RpmHeader.read(bytes)).headerDigests())
                .hasSize(2)
                .noneMatch(RpmHeaderDigest::isSound);
    }

    @Test
    void importedKeyIsNoPackage() {
        assertThat(HeaderBuilder.withoutRegion()
                        .text(RpmTag.NAME, "gpg-pubkey")
                        .rpm()
                        .isPublicKey())
                .isTrue();
        assertThat(HeaderBuilder.withoutRegion()
                        .text(RpmTag.NAME, "gpg-pubkey")
                        .texts(RpmTag.BASENAMES, "x")
                        .rpm()
                        .isPublicKey())
                .isFalse();
    }
}
