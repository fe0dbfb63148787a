package dev.jonah.appdb.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.appdb.java.KnownGroups.Known;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownGroupsTest {
    @ParameterizedTest
    @CsvSource({
        "spring-core, 6.1.6, org.springframework.core, org.springframework",
        "spring-boot-starter-web, 3.2.5, spring.boot.starter.web, org.springframework.boot",
        "hibernate-core, 5.6.15.Final, org.hibernate.cfg, org.hibernate",
        "hibernate-core, 6.5.0.Final, org.hibernate.cfg, org.hibernate.orm",
        "ant, 1.6.5, org.apache.tools.ant, ant",
        "ant, 1.10.14, org.apache.tools.ant, org.apache.ant",
        "groovy-json, 3.0.21, groovy.json, org.codehaus.groovy",
        "groovy-json, 4.0.21, groovy.json, org.apache.groovy",
        "opentelemetry-api, 1.38.0, io.opentelemetry.api, io.opentelemetry",
        "opentelemetry-instrumentation-api, 2.3.0, io.opentelemetry.instrumentation, io.opentelemetry.instrumentation"
    })
    void nameVersionAndContentTogetherTellTheGroup(String artifact, String version, String content, String group) {
        assertThat(KnownGroups.of(artifact, version, Set.of(content))).isEqualTo(new Known(group, artifact));
    }

    @Test
    void theNameAloneTellsNothing() {
        assertThat(KnownGroups.of("spring-core", "6.1.6", Set.of("com.example.evil")))
                .isNull();
        assertThat(KnownGroups.of("spring-core", "6.1.6", Set.of("org.springframeworks")))
                .isNull();
        assertThat(KnownGroups.of("spring-core", "6.1.6", Set.of())).isNull();
    }

    @Test
    void theContentAloneTellsNothing() {
        assertThat(KnownGroups.of("shop", "1", Set.of("org.springframework.core")))
                .isNull();
    }

    @Test
    void theGroupBeforeTheNameIsCutOff() {
        assertThat(KnownGroups.of("io.grpc.grpc-api", "1.63.0", Set.of("io.grpc")))
                .isEqualTo(new Known("io.grpc", "grpc-api"));
    }

    @Test
    void aVersionOfLettersIsBeforeAllOthers() {
        assertThat(KnownGroups.of("jna", "unknown", Set.of("com.sun.jna"))).isNull();
    }
}
