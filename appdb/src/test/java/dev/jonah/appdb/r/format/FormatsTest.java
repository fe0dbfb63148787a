package dev.jonah.appdb.r.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void fieldsGoOnOverLines() throws IOException {
        PackageDescription read = PackageDescription.read(
                in("Title: One\n  two\n\tthree\nImports: a,\n    b (>= 1),\n  c\n"), Limits.defaults());
        assertThat(read).isNotNull();
        assertThat(read.text("Title")).isEqualTo("One two three");
        assertThat(read.list("Imports")).containsExactly("a", "b (>= 1)", "c");
    }

    @Test
    void anEmptyDescriptionIsNone() throws IOException {
        assertThat(PackageDescription.read(in("\n\n"), Limits.defaults())).isNull();
    }

    @Test
    void checksumsAreReadAndOtherLinesCounted() throws IOException {
        String digits = "0123456789abcdef0123456789abcdef";
        ChecksumList list = ChecksumList.read(
                in(digits + " *R/a b.R\n" + digits + "  text-mode\nnothing\n" + digits + " *\n"), Limits.defaults());
        assertThat(list.digests()).containsOnlyKeys(RawText.of("R/a b.R"));
        assertThat(list.malformed()).isEqualTo(3);
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
