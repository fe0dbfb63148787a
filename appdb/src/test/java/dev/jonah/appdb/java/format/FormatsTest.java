package dev.jonah.appdb.java.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    @ParameterizedTest
    @CsvSource({
        "guava-31.1-jre.jar,guava,31.1-jre,",
        "log4j-1.2-api-2.17.1.jar,log4j-1.2-api,2.17.1,",
        "netty-transport-native-epoll-4.1.100.Final-linux-x86_64.jar,netty-transport-native-epoll,4.1.100.Final,linux-x86_64",
        "app-1.0-20200101.123456-1.jar,app,1.0-20200101.123456-1,",
        "spock-core-2.3-groovy-4.0.jar,spock-core,2.3-groovy-4.0,",
        "org.jacoco.agent-0.8.15-runtime.jar,org.jacoco.agent,0.8.15,runtime",
        "jffi-1.3.9-native.jar,jffi,1.3.9,native",
        "mssql-jdbc-12.6.1.jre11.jar,mssql-jdbc,12.6.1.jre11,",
        "commons-collections4-4.0.jar,commons-collections4,4.0,",
        "app.jar,app,,"
    })
    void namesAreTakenApart(String file, String artifact, String version, String classifier) {
        ArchiveName name = ArchiveName.of(file);
        assertThat(name.artifact()).isEqualTo(artifact);
        assertThat(name.version()).isEqualTo(version);
        assertThat(name.classifier()).isEqualTo(classifier);
    }

    @Test
    void foldedLinesAreJoinedAsBytes() {
        byte[] bytes = "A: x\r\nVendor: M\u00fcller\r\n\r\nName: a\r\nB: y\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] folded = new byte[bytes.length + 3];
        System.arraycopy(bytes, 0, folded, 0, 16);
        folded[16] = '\r';
        folded[17] = '\n';
        folded[18] = ' ';
        System.arraycopy(bytes, 16, folded, 19, bytes.length - 16);
        Manifest manifest = ManifestReader.read(folded);
        assertThat(manifest.get("vendor")).isEqualTo("M\u00fcller");
        assertThat(manifest.attributes()).hasSize(2);
    }

    @Test
    void aPomTakesGroupAndVersionFromItsParent() throws IOException {
        Pom pom = PomReader.read(("<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version>"
                        + "</parent><artifactId>a</artifactId><licenses><license><name>MIT</name></license></licenses>"
                        + "<dependencies><dependency><groupId>x</groupId><artifactId>y</artifactId><scope>test</scope>"
                        + "<exclusions><exclusion><artifactId>z</artifactId></exclusion></exclusions>"
                        + "</dependency></dependencies></project>")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(pom.coordinates()).isEqualTo(new Coordinates("g", "a", "1"));
        assertThat(pom.licenses()).containsExactly("MIT");
        assertThat(pom.dependencies()).containsExactly("x:y (test)");
    }

    @Test
    void theIndexOfQuarkusNamesItsArchives() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0xf0315432);
            out.writeInt(2);
            for (String text :
                    List.of("Main", "quarkus/gen.jar", "a/b/c", "lib/main/a.b-1.jar", "lib/evil/a.b-1.jar")) {
                out.writeUTF(text);
                out.writeShort(0);
            }
        }
        byte[] index = bytes.toByteArray();
        assertThat(QuarkusIndexReader.read(index)).containsExactly("quarkus/gen.jar", "lib/main/a.b-1.jar");
        index[0] = 0;
        assertThat(QuarkusIndexReader.read(index)).isEmpty();
    }

    @Test
    void aPomInLatin1ThatDoesNotSaySoIsRead() throws IOException {
        byte[] xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><project><name>M\u00fcller</name></project>"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PomReader.read(xml).name()).isEqualTo("M\u00fcller");
    }

    @Test
    void placeholdersAreNoValues() {
        assertThat(new Coordinates("${g}", "a", " ")).isEqualTo(new Coordinates(null, "a", null));
    }

    @Test
    void externalEntitiesAreNotRead() {
        byte[] xml = "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><project><name>&e;</name></project>"
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> PomReader.read(xml)).isInstanceOf(IOException.class);
    }
}
