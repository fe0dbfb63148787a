package dev.jonah.appdb.ruby.format;

import dev.jonah.appdb.ruby.format.RubyCursor.ForeignException;
import dev.jonah.value.RawText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads literals of Ruby, as far as RubyGems writes them. Nothing is evaluated. Values are {@link RawText}, {@link List},
 * {@link Map} with {@code RawText} keys, {@link Boolean}, or null; numbers are texts, and {@code Gem::X.new(v)} is {@code v}.
 */
final class RubyValues {
    private static final int DEEPEST = 16;
    private static final List<String> CLASSES = List.of("Gem::Version", "Gem::Requirement", "Gem::Platform", "Time");

    private final RubyCursor in;
    private final RubyStrings strings;

    RubyValues(RubyCursor in) {
        this.in = in;
        this.strings = new RubyStrings(in);
    }

    /** The literal that stands here. */
    @Nullable
    Object value() throws ForeignException {
        return value(0);
    }

    private @Nullable Object value(int depth) throws ForeignException {
        if (depth > DEEPEST || in.atEnd()) {
            throw new ForeignException("too deep, or at the end");
        }
        char c = in.peek();
        Object value = switch (c) {
            case '"' -> strings.doubleQuoted();
            case '\'' -> strings.quoted('\'', '\'');
            case '%' -> strings.percent();
            case '[' -> list('[', ']', depth);
            case '{' -> map(depth);
            default -> named(depth);
        };
        while (in.accept(".freeze")) {
            // Says nothing of the value.
        }
        return value;
    }

    private @Nullable Object named(int depth) throws ForeignException {
        if (in.accept("-")) {
            return RawText.ofLatin1("-" + number());
        }
        if (in.peek() >= '0' && in.peek() <= '9') {
            return RawText.ofLatin1(number());
        }
        String name = in.word();
        if (name.equals("nil")) {
            return null;
        }
        if (name.equals("true") || name.equals("false")) {
            return name.equals("true");
        }
        if (!CLASSES.contains(name)) {
            throw new ForeignException("not a literal: " + name);
        }
        in.expect(name.equals("Time") ? ".utc" : ".new");
        List<@Nullable Object> arguments = list('(', ')', depth);
        return arguments.size() == 1 ? arguments.get(0) : arguments;
    }

    private String number() throws ForeignException {
        StringBuilder digits = new StringBuilder();
        while (in.peek() >= '0' && in.peek() <= '9' || in.peek() == '.') {
            digits.append(in.next());
        }
        if (digits.isEmpty()) {
            throw new ForeignException("no number");
        }
        return digits.toString();
    }

    private List<@Nullable Object> list(char open, char close, int depth) throws ForeignException {
        in.expect(String.valueOf(open));
        List<@Nullable Object> values = new ArrayList<>();
        in.skip(true);
        while (!in.accept(String.valueOf(close))) {
            values.add(value(depth + 1));
            in.skip(true);
            if (!in.accept(",")) {
                in.expect(String.valueOf(close));
                break;
            }
            in.skip(true);
        }
        return values;
    }

    private Map<RawText, @Nullable Object> map(int depth) throws ForeignException {
        in.expect("{");
        Map<RawText, @Nullable Object> values = new LinkedHashMap<>();
        in.skip(true);
        while (!in.accept("}")) {
            Object key = value(depth + 1);
            in.skip(true);
            in.expect("=>");
            in.skip(true);
            Object value = value(depth + 1);
            if (!(key instanceof RawText name)) {
                throw new ForeignException("a key that is no text");
            }
            values.put(name, value);
            in.skip(true);
            if (!in.accept(",")) {
                in.expect("}");
                break;
            }
            in.skip(true);
        }
        return values;
    }
}
