package dev.jonah.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void ofMemoryTellsHowToGiveMore() {
        Failure failure = Failure.of(new OutOfMemoryError(), "x.tar");
        assertThat(failure.status()).isEqualTo(3);
        assertThat(failure.message()).startsWith("x.tar needs more memory").contains("JONAH_JAVA_OPTS=-Xmx");
    }

    @Test
    void ofTheStackTellsHowToGiveMore() {
        assertThat(Failure.of(new StackOverflowError(), "x.tar").message()).contains("JONAH_JAVA_OPTS=-Xss16m");
    }

    @Test
    void ofReadingNamesTheImage() {
        assertThat(Failure.of(new IOException("Input/output error"), "x.tar").message())
                .isEqualTo("cannot read x.tar: Input/output error");
    }

    @Test
    void ofPermissionIsSaidInWords() {
        assertThat(Failure.of(new AccessDeniedException("/x"), "/x").message())
                .isEqualTo("cannot read /x: no permission for /x");
    }

    @Test
    void ofTheProgramAsksForAReport() {
        assertThat(Failure.of(new IllegalStateException("oops"), "x.tar").message())
                .contains("internal error", "oops", "--debug");
    }
}
