package dev.jonah.provenance.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.provenance.LoaderFiles;
import dev.jonah.testkit.FakeTree;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharedLibraryTest {
    @Test
    void theSonameIsFoundThroughTheProgramHeaders() throws IOException {
        assertThat(soname(LoaderFiles.library("libfirst.so.1"))).isEqualTo("libfirst.so.1");
    }

    @Test
    void whatIsNoLibraryHasNone() throws IOException {
        assertThat(soname("#!/bin/sh\n".repeat(10).getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isNull();
    }

    @Test
    void damagedHeadersAreRefusedOrGiveNone() {
        byte[] library = LoaderFiles.library("libfirst.so.1");
        for (int i = 0; i < library.length; i++) {
            byte[] damaged = library.clone();
            damaged[i] ^= (byte) 0xff;
            assertThatCode(() -> ask(damaged)).as("byte %d", i).doesNotThrowAnyException();
            assertThatCode(() -> ask(Arrays.copyOf(library, damaged.length - 1)))
                    .doesNotThrowAnyException();
        }
    }

    private static void ask(byte[] file) {
        try {
            soname(file);
        } catch (IOException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static @Nullable String soname(byte[] file) throws IOException {
        FileEntry entry = FakeTree.builder()
                .file("/x", file)
                .build()
                .find(ImagePath.of("/x"))
                .orElseThrow();
        Content content = java.util.Objects.requireNonNull(entry.content());
        try (SeekableByteChannel channel = content.openChannel()) {
            return SharedLibrary.soname(channel);
        }
    }
}
