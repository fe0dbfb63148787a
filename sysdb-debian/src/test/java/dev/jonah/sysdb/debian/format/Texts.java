package dev.jonah.sysdb.debian.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;

/** Texts as files, for tests of readers. */
final class Texts {
    private Texts() {}

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a reader makes of a text, with the default limits. */
    static <T> Reading<T> read(String text, BiFunction<InputStream, Limits, Reading<T>> reader) {
        return reader.apply(stream(text), Limits.defaults());
    }

    static RawText raw(String text) {
        return RawText.of(text);
    }

    static List<RawText> raw(String... texts) {
        return List.of(texts).stream().map(RawText::of).toList();
    }

    static List<Long> lines(List<Problem> problems) {
        return problems.stream().map(Problem::line).toList();
    }
}
